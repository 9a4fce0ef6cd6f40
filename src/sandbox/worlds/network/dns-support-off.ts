import { networkWorld, TOKEN_LOOKUP_TIMEOUT } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const dnsSupportOff: World = networkWorld({
  id: 'dns-support-off',
  title: 'The VPC answers no names',
  breaks: 'DNS support of the VPC is off, so nothing can resolve the name of ECR.',
  reason: TOKEN_LOOKUP_TIMEOUT,
  expect: { conclusion: 'explained', cause: 'vpc-dns-off' },
  change(network) {
    for (const vpc of network.vpcs) vpc.enableDnsSupport = false;
  },
});
