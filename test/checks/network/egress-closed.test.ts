import { egressClosed } from '../../../src/checks/network/egress-closed.ts';
import { allow, allowList, endpointsNetwork, natNetwork, S3_LIST, withGroup } from '../../support/network.ts';
import { ELSEWHERE, factsOf, perhaps } from '../../support/paths.ts';
import { testCheck } from '../../support/test-check.ts';

testCheck(egressClosed, {
  open: [{ when: 'everything may leave', facts: factsOf(natNetwork()) }],
  'no-egress-to-endpoint': [
    {
      when: 'only S3 is allowed',
      facts: factsOf(withGroup(endpointsNetwork(), 'sg-task', { egress: [allowList(S3_LIST)] })),
      says: 'No outbound rule of `sg-task`, which the task wears, allows HTTPS to the endpoint of `ecr.api` (the token) and `ecr.dkr` (the manifest).',
    },
  ],
  'no-egress-to-internet': [
    {
      when: 'nothing may leave',
      facts: factsOf(withGroup(natNetwork(), 'sg-task', { egress: [] })),
      says: 'No outbound rule of `sg-task`, which the task wears, allows HTTPS to the public addresses of ECR and S3.',
    },
  ],
  'egress-covers-some-addresses': [
    {
      when: 'somebody guessed addresses of AWS',
      facts: factsOf(withGroup(natNetwork(), 'sg-task', { egress: [allow('52.0.0.0/8')] })),
    },
  ],
  perhaps: [perhaps({ kind: 'egress-rule', reason: 'no-egress-to-internet' })],
  'not-on-the-way': [ELSEWHERE],
});
