import { findEndpoint, MANIFEST_ENDPOINT, useEndpoints } from '../parts/private-network.ts';
import { manifestTimeout, networkWorld } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const endpointInNoSubnet: World = networkWorld({
  id: 'endpoint-in-no-subnet',
  title: 'An endpoint in no subnet',
  breaks: 'The endpoint of ecr.dkr captures the name for the whole VPC, and has an interface in no subnet.',
  reason: manifestTimeout('10.20.16.11'),
  expect: { conclusion: 'explained', cause: 'endpoint-without-interface' },
  change(network) {
    useEndpoints(network);
    const endpoint = findEndpoint(network, MANIFEST_ENDPOINT);
    endpoint.subnetIds = [];
    endpoint.networkInterfaceIds = [];
  },
});
