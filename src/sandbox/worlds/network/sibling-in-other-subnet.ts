import { PRIVATE_SUBNETS, VPC } from '../parts/network.ts';
import { runSibling } from '../parts/siblings.ts';
import { networkWorld, SERVICE, tokenTimeout } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const siblingInOtherSubnet: World = networkWorld({
  id: 'sibling-in-other-subnet',
  title: 'One subnet of two leads nowhere',
  breaks:
    'The second private subnet got a route table of its own, with no way out. A task of the same service runs in the first.',
  reason: tokenTimeout('44.213.79.10'),
  expect: {
    conclusion: 'explained',
    cause: 'missing-route',
    because: ['only-some-subnets-shut', 'sibling-pulled'],
  },
  change(network, estate) {
    network.routeTables.push({
      routeTableId: 'rtb-0dd0000000000c001',
      vpcId: VPC,
      main: false,
      subnetIds: [PRIVATE_SUBNETS[1]],
      routes: [{ destinationCidrBlock: '10.20.0.0/16', gatewayId: 'local', state: 'active' }],
    });
    runSibling(estate, SERVICE, PRIVATE_SUBNETS[0]);
  },
});
