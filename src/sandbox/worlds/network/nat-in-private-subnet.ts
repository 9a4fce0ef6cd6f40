import { GATEWAY, PUBLIC_ROUTES } from '../parts/network.ts';
import { findTable } from '../parts/private-network.ts';
import { networkWorld, tokenTimeout } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const natInPrivateSubnet: World = networkWorld({
  id: 'nat-in-private-subnet',
  title: 'The NAT gateway leads nowhere',
  breaks: 'The NAT gateway stands in a subnet that has no route to an internet gateway.',
  reason: tokenTimeout('44.213.79.10'),
  expect: { conclusion: 'explained', cause: 'nat-without-internet' },
  change(network) {
    const table = findTable(network, PUBLIC_ROUTES);
    table.routes = table.routes.filter(({ gatewayId }) => gatewayId !== GATEWAY);
  },
});
