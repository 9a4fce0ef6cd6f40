import { useInternetGateway } from '../parts/private-network.ts';
import { networkWorld, tokenTimeout } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const noPublicIp: World = networkWorld({
  id: 'no-public-ip',
  title: 'A public subnet, and no public address',
  breaks: 'The subnets lead to an internet gateway, and the service gives its tasks no public address to use it with.',
  reason: tokenTimeout('44.213.79.10'),
  expect: { conclusion: 'explained', cause: 'no-public-ip' },
  change(network) {
    useInternetGateway(network);
  },
});
