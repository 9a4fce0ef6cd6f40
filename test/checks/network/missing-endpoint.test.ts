import { missingEndpoint } from '../../../src/checks/network/missing-endpoint.ts';
import { endpointsNetwork, natNetwork, withoutEndpoint } from '../../support/network.ts';
import { ELSEWHERE, factsOf, perhaps } from '../../support/paths.ts';
import { testCheck } from '../../support/test-check.ts';

testCheck(missingEndpoint, {
  open: [
    {
      when: 'all are there',
      facts: factsOf(endpointsNetwork()),
      says: 'Endpoints carry the pull from subnet `subnet-task`: `vpce-api`, `vpce-dkr` and `vpce-s3`.',
    },
  ],
  'missing-endpoint': [
    {
      when: 'nobody made that of manifests',
      facts: factsOf(withoutEndpoint(endpointsNetwork(), 'vpce-dkr')),
      says: 'There is no endpoint of `com.amazonaws.eu-west-1.ecr.dkr`, and no other way from subnet `subnet-task` to `ecr.dkr` (the manifest).',
    },
  ],
  'endpoints-unknown': [{ when: 'they could not be read', facts: factsOf({ ...natNetwork(), endpoints: 'unknown' }) }],
  'endpoint-unseen': [
    { when: 'a route leads to one that is not listed', facts: factsOf(withoutEndpoint(endpointsNetwork(), 'vpce-s3')) },
  ],
  perhaps: [perhaps({ kind: 'endpoint', reason: 'missing-endpoint' })],
  'not-on-the-way': [ELSEWHERE],
});
