import { useHub } from '../parts/hub.ts';
import { PRIVATE_ROUTES } from '../parts/network.ts';
import { findTable } from '../parts/private-network.ts';
import { manifestTimeout, networkWorld } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const hubBehindTransitGateway: World = networkWorld({
  id: 'hub-behind-transit-gateway',
  title: 'A transit gateway lies between the tasks and the hub',
  breaks:
    'Private hosted zones lead the names to endpoints in a hub VPC, and the way there goes through a transit gateway, whose own routes cannot be seen from here.',
  reason: manifestTimeout('10.99.16.11'),
  expect: { conclusion: 'undetermined' },
  change(network, estate) {
    useHub(estate);
    const table = findTable(network, PRIVATE_ROUTES);
    table.routes = table.routes.map(({ vpcPeeringConnectionId, ...route }) =>
      vpcPeeringConnectionId === undefined ? route : { ...route, transitGatewayId: 'tgw-0e00000000000a001' },
    );
  },
});
