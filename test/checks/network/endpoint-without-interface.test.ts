import { endpointWithoutInterface } from '../../../src/checks/network/endpoint-without-interface.ts';
import { endpointsNetwork, withEndpoint } from '../../support/network.ts';
import { ELSEWHERE, factsOf, perhaps } from '../../support/paths.ts';
import { testCheck } from '../../support/test-check.ts';

testCheck(endpointWithoutInterface, {
  open: [
    { when: 'one stands in this zone', facts: factsOf(endpointsNetwork()) },
    {
      when: 'all stand in another zone, which serves as well',
      facts: factsOf(withEndpoint(endpointsNetwork(), 'vpce-dkr', { subnets: ['subnet-endpoints-b'] })),
    },
  ],
  'endpoint-has-no-interface': [
    {
      when: 'it is in no subnet',
      facts: factsOf(withEndpoint(endpointsNetwork(), 'vpce-api', { subnets: [] })),
      says: 'Endpoint `vpce-api` has no interface in any subnet, so nothing answers there for `ecr.api` (the token).',
    },
  ],
  'endpoint-subnets-unknown': [
    {
      when: 'they could not be read',
      facts: factsOf(withEndpoint(endpointsNetwork(), 'vpce-api', { subnets: 'unknown' })),
    },
  ],
  perhaps: [perhaps({ kind: 'endpoint-zone', reason: 'endpoint-has-no-interface' })],
  'not-on-the-way': [ELSEWHERE],
});
