import { MANIFEST_ENDPOINT, useEndpoints } from '../parts/private-network.ts';
import { manifestTimeout, networkWorld } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const missingManifestEndpoint: World = networkWorld({
  id: 'missing-manifest-endpoint',
  title: 'One endpoint of three is missing',
  breaks: 'The subnets have no NAT, and endpoints of ecr.api and S3 but none of ecr.dkr.',
  reason: manifestTimeout('44.213.79.10'),
  expect: { conclusion: 'explained', cause: 'missing-endpoint' },
  change(network) {
    useEndpoints(network);
    network.vpcEndpoints = network.vpcEndpoints.filter(({ vpcEndpointId }) => vpcEndpointId !== MANIFEST_ENDPOINT);
  },
});
