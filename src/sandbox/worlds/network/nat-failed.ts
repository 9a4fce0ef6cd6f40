import { networkWorld, tokenTimeout } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const natFailed: World = networkWorld({
  id: 'nat-failed',
  title: 'The NAT gateway failed',
  breaks: 'The NAT gateway that the private subnets lead to is in state failed.',
  reason: tokenTimeout('44.213.79.10'),
  expect: { conclusion: 'explained', cause: 'nat-not-available' },
  change(network) {
    for (const nat of network.natGateways) nat.state = 'failed';
  },
});
