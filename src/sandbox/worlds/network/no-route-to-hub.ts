import { useHub } from '../parts/hub.ts';

import { PRIVATE_ROUTES } from '../parts/network.ts';
import { findTable } from '../parts/private-network.ts';
import { manifestTimeout, networkWorld } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const noRouteToHub: World = networkWorld({
  id: 'no-route-to-hub',
  title: 'The zones lead to a hub, and no route does',
  breaks:
    'Private hosted zones lead the names to endpoints in a hub VPC, and the route table of the tasks has no route to it.',
  reason: manifestTimeout('10.99.16.11'),
  expect: { conclusion: 'explained', cause: 'missing-route', answer: 'no-route-to-endpoint' },
  change(network, estate) {
    useHub(estate);
    const table = findTable(network, PRIVATE_ROUTES);
    table.routes = table.routes.filter((route) => route.vpcPeeringConnectionId === undefined);
  },
});
