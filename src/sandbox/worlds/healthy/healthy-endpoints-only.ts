import { useEndpoints } from '../parts/private-network.ts';
import { manifestTimeout, networkWorld } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const healthyEndpointsOnly: World = networkWorld({
  id: 'healthy-endpoints-only',
  title: 'It would pull now, through endpoints alone',
  breaks:
    'Nothing is broken: the subnets have no NAT, and endpoints for all that a pull needs. The error is from before.',
  reason: manifestTimeout('44.213.79.10'),
  expect: { conclusion: 'would-pull-now' },
  change(network) {
    useEndpoints(network);
  },
});
