import { networkWorld, tokenTimeout } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const publicAccessBlocked: World = networkWorld({
  id: 'public-access-blocked',
  title: 'The account blocks public access',
  breaks: 'VPC Block Public Access of the workload account blocks both ways, NAT included.',
  reason: tokenTimeout('44.213.79.10'),
  expect: { conclusion: 'explained', cause: 'public-access-blocked' },
  change(network) {
    network.internetGatewayBlockMode = 'block-bidirectional';
  },
});
