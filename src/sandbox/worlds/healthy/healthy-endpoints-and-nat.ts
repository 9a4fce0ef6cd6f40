import { findTable, S3_ROUTE, useEndpoints } from '../parts/private-network.ts';
import { PRIVATE_ROUTES } from '../parts/network.ts';
import { manifestTimeout, networkWorld } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const healthyEndpointsAndNat: World = networkWorld({
  id: 'healthy-endpoints-and-nat',
  title: 'It would pull now, through endpoints beside a NAT gateway',
  breaks: 'Nothing is broken: endpoints carry the pull, and a NAT gateway the rest. The error is from before.',
  reason: manifestTimeout('10.20.16.11'),
  expect: { conclusion: 'would-pull-now' },
  change(network) {
    const { natGateways, routeTables } = structuredClone(network);
    useEndpoints(network);
    Object.assign(network, { natGateways, routeTables });
    findTable(network, PRIVATE_ROUTES).routes.push(S3_ROUTE);
  },
});
