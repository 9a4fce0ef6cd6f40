import { PRIVATE_ROUTES } from '../parts/network.ts';
import { findTable, removeNat } from '../parts/private-network.ts';
import { networkWorld, tokenTimeout } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const routeThroughTransitGateway: World = networkWorld({
  id: 'route-through-transit-gateway',
  title: 'The way out lies in another network',
  breaks:
    'The private subnets reach the internet through a transit gateway, and what lies beyond it cannot be seen from here.',
  reason: tokenTimeout('44.213.79.10'),
  expect: { conclusion: 'undetermined' },
  change(network) {
    removeNat(network);
    findTable(network, PRIVATE_ROUTES).routes.push({
      destinationCidrBlock: '0.0.0.0/0',
      transitGatewayId: 'tgw-0e00000000000a001',
      state: 'active',
    });
  },
});
