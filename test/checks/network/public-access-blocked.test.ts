import { publicAccessBlocked } from '../../../src/checks/network/public-access-blocked.ts';
import { natNetwork, withVpc } from '../../support/network.ts';
import { ELSEWHERE, factsOf, perhaps } from '../../support/paths.ts';
import { testCheck } from '../../support/test-check.ts';

testCheck(publicAccessBlocked, {
  open: [
    { when: 'it is off', facts: factsOf(natNetwork()) },
    {
      when: 'it blocks what comes in, and NAT lets out only',
      facts: factsOf(withVpc(natNetwork(), { publicAccess: 'egress-only' })),
    },
  ],
  'public-access-blocked': [
    {
      when: 'it blocks both ways',
      facts: factsOf(withVpc(natNetwork(), { publicAccess: 'closed' })),
      says: 'VPC Block Public Access shuts subnet `subnet-task` in `vpc-1` off from the internet, so ECR and S3 cannot be reached.',
    },
  ],
  'public-access-unknown': [
    { when: 'it could not be read', facts: factsOf(withVpc(natNetwork(), { publicAccess: 'unknown' })) },
  ],
  perhaps: [perhaps({ kind: 'public-access', reason: 'public-access-blocked' })],
  'not-on-the-way': [ELSEWHERE],
});
