import { leadOutByIpv6 } from '../parts/ipv6.ts';
import { networkWorld, tokenTimeout } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const onlyIpv6LeadsOut: World = networkWorld({
  id: 'only-ipv6-leads-out',
  title: 'The way out is one of IPv6, and the name is not',
  breaks:
    'An egress-only internet gateway is the only way out of the private subnets, and the image is named by the ordinary host of the registry, which has addresses of IPv4 alone.',
  reason: tokenTimeout('44.213.79.10'),
  expect: { conclusion: 'explained', cause: 'missing-route' },
  change: leadOutByIpv6,
});
