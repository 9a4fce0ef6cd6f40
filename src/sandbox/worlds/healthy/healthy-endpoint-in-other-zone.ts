import { PRIVATE_SUBNETS } from '../parts/network.ts';
import { useEndpoints } from '../parts/private-network.ts';
import { findService } from '../parts/find.ts';
import { manifestTimeout, networkWorld, SERVICE } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const healthyEndpointInOtherZone: World = networkWorld({
  id: 'healthy-endpoint-in-other-zone',
  title: 'It would pull now, through an endpoint in another zone',
  breaks:
    'Nothing is broken: the endpoints have interfaces in one zone and the tasks start in the other, and an interface in any zone serves the whole VPC. The error is from before.',
  reason: manifestTimeout('10.20.16.11'),
  expect: { conclusion: 'would-pull-now' },
  change(network, estate) {
    useEndpoints(network);
    for (const endpoint of network.vpcEndpoints) {
      endpoint.subnetIds = endpoint.subnetIds.slice(0, 1);
      endpoint.networkInterfaceIds = endpoint.networkInterfaceIds.slice(0, 1);
    }
    findService(estate, SERVICE).networkConfiguration.awsvpcConfiguration.subnets = [PRIVATE_SUBNETS[1]];
  },
});
