import { endpointSecurityGroup } from '../../../src/checks/network/endpoint-security-group.ts';
import { allow, endpointsNetwork, withGroup, withSource } from '../../support/network.ts';
import { ELSEWHERE, factsOf, perhaps } from '../../support/paths.ts';
import { testCheck } from '../../support/test-check.ts';

testCheck(endpointSecurityGroup, {
  open: [{ when: 'the group of the task is let in', facts: factsOf(endpointsNetwork()) }],
  'endpoint-sg-closed': [
    {
      when: 'nobody is let in',
      facts: factsOf(withGroup(endpointsNetwork(), 'sg-endpoints', { ingress: [] })),
      says: 'Security group `sg-endpoints` of endpoint `vpce-api` and `vpce-dkr` lets no HTTPS from subnet `subnet-task` in, so `ecr.api` (the token) and `ecr.dkr` (the manifest) cannot be reached there.',
    },
  ],
  'endpoint-sg-admits-some-addresses': [
    {
      when: 'a part of the subnet is let in',
      facts: factsOf(
        withSource(withGroup(endpointsNetwork(), 'sg-endpoints', { ingress: [allow('10.0.1.0/28')] }), {
          addresses: 'unknown',
        }),
      ),
    },
  ],
  perhaps: [perhaps({ kind: 'endpoint-ingress', reason: 'endpoint-sg-closed' })],
  'not-on-the-way': [ELSEWHERE],
});
