import { blackholeRoute } from '../../../src/checks/network/blackhole-route.ts';
import { natNetwork, publicNetwork, route, withRoutes } from '../../support/network.ts';
import { ELSEWHERE, factsOf, perhaps } from '../../support/paths.ts';
import { testCheck } from '../../support/test-check.ts';

testCheck(blackholeRoute, {
  open: [{ when: 'the gateway is there', facts: factsOf(natNetwork()) }],
  'blackhole-route': [
    {
      when: 'the NAT gateway was deleted',
      facts: factsOf(
        withRoutes(natNetwork(), 'rtb-task', [{ ...route('0.0.0.0/0', 'nat-gateway', 'nat-1'), state: 'blackhole' }]),
      ),
      says: 'Route table `rtb-task` leads from subnet `subnet-task` to ECR and S3 through `nat-1`, which is gone: the route is a blackhole.',
    },
  ],
  'gateway-not-attached': [
    {
      when: 'the internet gateway belongs to no VPC',
      facts: factsOf({ ...publicNetwork(), internetGateways: [] }),
      says: 'Route table `rtb-task` leads from subnet `subnet-task` to ECR and S3 through `igw-1`, which is not attached to this VPC.',
    },
  ],
  'gateway-attachment-unknown': [
    { when: 'they could not be read', facts: factsOf({ ...publicNetwork(), internetGateways: 'unknown' }) },
  ],
  perhaps: [perhaps({ kind: 'route', reason: 'blackhole-route' })],
  'not-on-the-way': [ELSEWHERE],
});
