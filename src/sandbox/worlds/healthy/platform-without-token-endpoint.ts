import { findService } from '../parts/find.ts';
import { TOKEN_ENDPOINT, useEndpoints } from '../parts/private-network.ts';
import { manifestTimeout, networkWorld, SERVICE } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const platformWithoutTokenEndpoint: World = networkWorld({
  id: 'platform-without-token-endpoint',
  title: 'It would pull now, on the platform that fetches the token itself',
  breaks:
    'Nothing is broken: on platform version 1.3.0 Fargate fetches the token through a network of its own, so no endpoint of ecr.api is needed. The error is from before.',
  reason: manifestTimeout('10.20.16.11'),
  expect: { conclusion: 'would-pull-now' },
  change(network, estate) {
    useEndpoints(network);
    network.vpcEndpoints = network.vpcEndpoints.filter(({ vpcEndpointId }) => vpcEndpointId !== TOKEN_ENDPOINT);
    findService(estate, SERVICE).platformVersion = '1.3.0';
  },
});
