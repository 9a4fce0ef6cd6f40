import { PRIVATE_ROUTES, PUBLIC_ROUTES } from '../parts/network.ts';
import { findEndpoint, findTable, LAYERS_ENDPOINT, S3_ROUTE, useEndpoints } from '../parts/private-network.ts';
import { layersTimeout, networkWorld } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const s3EndpointNotOnRouteTable: World = networkWorld({
  id: 's3-endpoint-not-on-route-table',
  title: 'The S3 endpoint is on another route table',
  breaks: 'The gateway endpoint of S3 is on the route table of the public subnet and not on that of the private ones.',
  reason: layersTimeout('52.216.12.34'),
  expect: { conclusion: 'explained', cause: 's3-endpoint-not-on-route-table' },
  change(network) {
    useEndpoints(network);
    findEndpoint(network, LAYERS_ENDPOINT).routeTableIds = [PUBLIC_ROUTES];
    findTable(network, PUBLIC_ROUTES).routes.push(S3_ROUTE);
    const table = findTable(network, PRIVATE_ROUTES);
    table.routes = table.routes.filter((route) => route !== S3_ROUTE);
  },
});
