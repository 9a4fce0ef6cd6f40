import { findEndpoint, MANIFEST_ENDPOINT, useEndpoints } from '../parts/private-network.ts';
import { manifestTimeout, networkWorld } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const privateDnsOff: World = networkWorld({
  id: 'private-dns-off',
  title: 'An endpoint without its name',
  breaks:
    'The endpoint of ecr.dkr has no private DNS, so its name leads to the internet, and the subnets have no way there.',
  reason: manifestTimeout('44.213.79.10'),
  expect: { conclusion: 'explained', cause: 'private-dns-off' },
  change(network) {
    useEndpoints(network);
    findEndpoint(network, MANIFEST_ENDPOINT).privateDnsEnabled = false;
  },
});
