import { inUseImageExpires } from '../../../src/checks/prevention/in-use-image-expires.ts';
import type { LeavingImage } from '../../../src/domain/facts/prevention.ts';
import { testCheck } from '../../support/test-check.ts';

const leaving = (parts: Partial<LeavingImage> = {}): LeavingImage => ({
  name: 'v2.1.0',
  users: ['`checkout`'],
  rulePriority: 1,
  action: 'expire',
  at: '2026-03-06T10:00:00.000Z',
  isCertain: true,
  ...parts,
});

testCheck(inUseImageExpires, {
  expires: [
    {
      when: 'its age will do it',
      facts: { leavingInUse: [leaving()] },
      says: 'Lifecycle rule 1 expires `shop/api:v2.1.0`, needed by `checkout`, from 2026-03-06T10:00:00.000Z on.',
    },
    {
      when: 'the rule acts the next time that it runs',
      facts: { leavingInUse: [leaving({ at: '2026-03-03T03:00:00.000Z' })] },
      says: 'Lifecycle rule 1 expires `shop/api:v2.1.0`, needed by `checkout`, within a day.',
    },
    {
      when: 'a newer image will push it out, and others after it',
      facts: {
        leavingInUse: [
          leaving({ at: null, users: ['`a`', '`b`', '`c`', '`d`', '`e`'] }),
          leaving({ name: 'v2' }),
          leaving({ name: 'v1', isCertain: false }),
        ],
      },
      says: 'Lifecycle rule 1 expires `shop/api:v2.1.0`, needed by `a`, `b`, `c` and 2 more, with the next push, and 1 more in use.',
    },
    {
      when: 'it is known by its digest alone',
      facts: { leavingInUse: [leaving({ name: 'sha256:ab' })] },
      says: 'Lifecycle rule 1 expires `shop/api@sha256:ab`, needed by `checkout`, from 2026-03-06T10:00:00.000Z on.',
    },
  ],
  archives: [
    { when: 'the rule moves it to the archive', facts: { leavingInUse: [leaving({ action: 'transition' })] } },
  ],
  'may-leave': [{ when: 'nothing is certain', facts: { leavingInUse: [leaving({ isCertain: false })] } }],
  spared: [{ when: 'nothing in use leaves', facts: { leavingInUse: [] } }],
  'no-policy': [{ when: 'there is no policy', facts: { leavingInUse: null } }],
  unreadable: [{ when: 'the policy is no policy', facts: { leavingInUse: 'unreadable' } }],
});
