import { missingRoute } from '../../../src/checks/network/missing-route.ts';
import { endpointsNetwork, natNetwork, route, S3_ROUTE, withRoutes } from '../../support/network.ts';
import { aHub, spokeNetwork } from '../../support/hub.ts';
import { ELSEWHERE, factsOf, pathsOf, pathsWith, perhaps } from '../../support/paths.ts';
import { testCheck } from '../../support/test-check.ts';

testCheck(missingRoute, {
  open: [
    {
      when: 'NAT is there',
      facts: factsOf(natNetwork()),
      says: 'Routes lead from subnet `subnet-task` to ECR and S3, in `rtb-task` and `rtb-public`.',
    },
  ],
  'no-route': [
    {
      when: 'nothing leads out',
      facts: factsOf(withRoutes(natNetwork(), 'rtb-task', [])),
      says: 'In route table `rtb-task` of subnet `subnet-task` there is no route that leads to ECR and S3, and no endpoint does.',
    },
    {
      when: 'another subnet of the service has one',
      facts: { networkPaths: [pathsWith(['layers'], {}), { ...pathsOf(natNetwork()), subnet: 'subnet-other' }] },
      says: 'In route table `rtb-task` of subnet `subnet-task` (unlike `subnet-other`) there is no route that leads to S3 (the layers), and no endpoint does.',
    },
    {
      when: 'two subnets lack one',
      facts: { networkPaths: [pathsWith(['token'], {}), pathsWith(['token'], { subject: 'rtb-b' }, 'subnet-b')] },
      says: 'In route table `rtb-task` and `rtb-b` of subnets `subnet-task` and `subnet-b` there is no route that leads to `ecr.api` (the token), and no endpoint does.',
    },
  ],
  'no-route-to-endpoint': [
    {
      when: 'a zone leads to a VPC that no route leads to',
      facts: factsOf(withRoutes(spokeNetwork(), 'rtb-task', [])),
    },
  ],
  'no-route-back': [
    {
      when: 'the endpoints’ subnets do not know the way',
      facts: factsOf(
        spokeNetwork(undefined, aHub({ routeTables: [{ id: 'rtb-hub', isMain: true, subnets: [], routes: [] }] })),
      ),
      says: 'Route table `rtb-hub` of the endpoint’s subnets in `vpc-hub` has no route back to subnet `subnet-task`, so no answer comes from ECR and S3.',
    },
  ],
  'route-table-unknown': [
    { when: 'it could not be read', facts: factsOf({ ...natNetwork(), routeTables: 'unknown' }) },
  ],
  'route-depends-on-address': [
    {
      when: 'half of the internet has a route',
      facts: factsOf(withRoutes(natNetwork(), 'rtb-task', [route('0.0.0.0/1', 'nat-gateway', 'nat-1')])),
    },
  ],
  'beyond-transit': [
    {
      when: 'a central network leads out',
      facts: factsOf(withRoutes(natNetwork(), 'rtb-task', [route('0.0.0.0/0', 'transit-gateway', 'tgw-1')])),
      says: 'Route table `rtb-task` leads to ECR and S3 through `tgw-1`, and what lies in the network beyond cannot be seen from here.',
    },
  ],
  'beyond-appliance': [
    {
      when: 'a firewall leads out',
      facts: factsOf(withRoutes(natNetwork(), 'rtb-task', [route('0.0.0.0/0', 'network-interface', 'eni-firewall')])),
    },
  ],
  'detour-inside-vpc': [
    {
      when: 'a firewall stands before the endpoints',
      facts: factsOf(
        withRoutes(endpointsNetwork(), 'rtb-task', [
          S3_ROUTE,
          route('10.0.8.0/24', 'network-interface', 'eni-firewall'),
        ]),
      ),
    },
  ],
  perhaps: [perhaps({ kind: 'route', reason: 'no-route' })],
  'not-on-the-way': [ELSEWHERE],
});
