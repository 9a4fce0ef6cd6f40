import { s3EndpointNotOnRouteTable } from '../../../src/checks/network/s3-endpoint-not-on-route-table.ts';
import { endpointsNetwork, withRoutes } from '../../support/network.ts';
import { ELSEWHERE, factsOf, perhaps } from '../../support/paths.ts';
import { testCheck } from '../../support/test-check.ts';

testCheck(s3EndpointNotOnRouteTable, {
  open: [
    {
      when: 'it is',
      facts: factsOf(endpointsNetwork()),
      says: 'The gateway endpoint of S3 is on route table `rtb-task`.',
    },
  ],
  's3-endpoint-not-on-route-table': [
    {
      when: 'another table has it',
      facts: factsOf(withRoutes(endpointsNetwork(), 'rtb-task', [])),
      says: 'Gateway endpoint `vpce-s3` is not on route table `rtb-task`, which counts for subnet `subnet-task`, and no other way leads to S3 (the layers).',
    },
  ],
  perhaps: [perhaps({ kind: 'route', reason: 's3-endpoint-not-on-route-table' })],
  'not-on-the-way': [ELSEWHERE],
});
