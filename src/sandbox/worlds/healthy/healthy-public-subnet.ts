import { findService } from '../parts/find.ts';
import { useInternetGateway } from '../parts/private-network.ts';
import { SERVICE, manifestTimeout, networkWorld } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const healthyPublicSubnet: World = networkWorld({
  id: 'healthy-public-subnet',
  title: 'It would pull now, with a public address',
  breaks: 'Nothing is broken: the tasks have public addresses and an internet gateway. The error is from before.',
  reason: manifestTimeout('44.213.79.10'),
  expect: { conclusion: 'would-pull-now' },
  change(network, estate) {
    useInternetGateway(network);
    findService(estate, SERVICE).networkConfiguration.awsvpcConfiguration.assignPublicIp = 'ENABLED';
  },
});
