import { aclBlocksRequest } from '../../../src/checks/network/acl-blocks-request.ts';
import { entry, natNetwork, OPEN_ACL, withAcl } from '../../support/network.ts';
import { ELSEWHERE, factsOf, perhaps } from '../../support/paths.ts';
import { testCheck } from '../../support/test-check.ts';

testCheck(aclBlocksRequest, {
  open: [{ when: 'everything passes', facts: factsOf(natNetwork()) }],
  'acl-blocks-request': [
    {
      when: 'nothing may leave the subnet',
      facts: factsOf(withAcl(natNetwork(), 'acl-task', [entry(100, 'ingress', 'allow')])),
      says: 'Network ACL `acl-task` drops requests to port 443 on the way from subnet `subnet-task` to ECR and S3.',
    },
  ],
  'acl-admits-some-requests': [
    {
      when: 'a block of addresses is denied',
      facts: factsOf(withAcl(natNetwork(), 'acl-task', [...OPEN_ACL, entry(50, 'egress', 'deny', '52.0.0.0/8')])),
    },
  ],
  perhaps: [perhaps({ kind: 'acl-out', reason: 'acl-blocks-request' })],
  'not-on-the-way': [ELSEWHERE],
});
