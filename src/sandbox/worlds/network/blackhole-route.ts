import { NAT, PRIVATE_ROUTES } from '../parts/network.ts';
import { findTable } from '../parts/private-network.ts';
import { networkWorld, tokenTimeout } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const blackholeRoute: World = networkWorld({
  id: 'blackhole-route',
  title: 'The NAT gateway is gone, its route is not',
  breaks: 'Somebody deleted the NAT gateway, and the route table of the private subnets still leads to it.',
  reason: tokenTimeout('44.213.79.10'),
  expect: { conclusion: 'explained', cause: 'blackhole-route' },
  change(network) {
    network.natGateways = [];
    for (const route of findTable(network, PRIVATE_ROUTES).routes) {
      if (route.natGatewayId === NAT) route.state = 'blackhole';
    }
  },
});
