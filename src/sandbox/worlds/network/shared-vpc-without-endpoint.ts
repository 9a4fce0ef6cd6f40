import { REGISTRY } from '../parts/names.ts';
import { MANIFEST_ENDPOINT, useEndpoints } from '../parts/private-network.ts';
import { ownVpcIn } from '../parts/shared-vpc.ts';
import { manifestTimeout, networkWorld } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const sharedVpcWithoutEndpoint: World = networkWorld({
  id: 'shared-vpc-without-endpoint',
  title: 'The VPC is shared, and its owner left one endpoint out',
  breaks:
    'The subnets belong to the registry account, which shares them with the workload account, and has endpoints of ecr.api and S3 in them but none of ecr.dkr.',
  reason: manifestTimeout('44.213.79.10'),
  expect: { conclusion: 'explained', cause: 'missing-endpoint' },
  change(network, estate) {
    useEndpoints(network);
    network.vpcEndpoints = network.vpcEndpoints.filter(({ vpcEndpointId }) => vpcEndpointId !== MANIFEST_ENDPOINT);
    ownVpcIn(estate, REGISTRY);
  },
});
