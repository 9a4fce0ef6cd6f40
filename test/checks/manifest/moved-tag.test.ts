import { movedTag } from '../../../src/checks/manifest/moved-tag.ts';
import { PIPELINE } from '../../support/history.ts';
import { testCheck } from '../../support/test-check.ts';

const tagMove = {
  tag: 'v2',
  from: `sha256:${'a1'.repeat(32)}`,
  to: `sha256:${'b2'.repeat(32)}`,
  at: '2026-03-01T10:00:00Z',
  by: PIPELINE,
};

testCheck(movedTag, {
  moved: [
    {
      when: 'both pushes are on record',
      facts: { tagMove },
      says: 'Tag `v2` was moved from `sha256:a1a1a1a1a1a1…` to `sha256:b2b2b2b2b2b2…` at 2026-03-01T10:00:00Z by role `ci-push` (session `build`): the image that had it was left untagged, unless another tag names it.',
    },
  ],
  repushed: [
    {
      when: 'only the later one is',
      facts: { tagMove: { ...tagMove, from: null } },
      says: 'Tag `v2` was last pushed at 2026-03-01T10:00:00Z by role `ci-push` (session `build`), as `sha256:b2b2b2b2b2b2…`: it no longer names the wanted digest.',
    },
  ],
  'not-moved': [{ when: 'no such push is on record', facts: { tagMove: null } }],
  'no-digest': [{ when: 'a tag alone was asked for', facts: { tagMove: 'no-digest' } }],
});
