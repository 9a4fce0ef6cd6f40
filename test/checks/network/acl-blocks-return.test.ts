import { aclBlocksReturn } from '../../../src/checks/network/acl-blocks-return.ts';
import { entry, natNetwork, OPEN_ACL, withAcl } from '../../support/network.ts';
import { ELSEWHERE, factsOf, perhaps } from '../../support/paths.ts';
import { testCheck } from '../../support/test-check.ts';

testCheck(aclBlocksReturn, {
  open: [{ when: 'everything passes', facts: factsOf(natNetwork()) }],
  'acl-blocks-return': [
    {
      when: 'only HTTPS may come in',
      facts: factsOf(
        withAcl(natNetwork(), 'acl-task', [
          entry(100, 'egress', 'allow'),
          entry(100, 'ingress', 'allow', '0.0.0.0/0', { from: 443, to: 443 }),
        ]),
      ),
      says: 'Network ACL `acl-task` drops the answers of ECR and S3 to subnet `subnet-task`: an ACL keeps no state, so it must allow TCP to ports 32768-60999, of which the puller picks one.',
    },
  ],
  'acl-admits-some-answers': [
    {
      when: 'a block of addresses is denied',
      facts: factsOf(withAcl(natNetwork(), 'acl-task', [...OPEN_ACL, entry(50, 'ingress', 'deny', '52.0.0.0/8')])),
    },
  ],
  perhaps: [perhaps({ kind: 'acl-in', reason: 'acl-blocks-return' })],
  'not-on-the-way': [ELSEWHERE],
});
