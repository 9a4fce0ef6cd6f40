import { findEndpoint, MANIFEST_ENDPOINT, useEndpoints } from '../parts/private-network.ts';
import { manifestTimeout, networkWorld } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const endpointFailed: World = networkWorld({
  id: 'endpoint-failed',
  title: 'An endpoint that failed',
  breaks: 'The endpoint of ecr.dkr is in state failed, and the subnets have no other way out.',
  reason: manifestTimeout('44.213.79.10'),
  expect: { conclusion: 'explained', cause: 'endpoint-not-available' },
  change(network) {
    useEndpoints(network);
    findEndpoint(network, MANIFEST_ENDPOINT).state = 'failed';
  },
});
