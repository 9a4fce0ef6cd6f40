import { useEndpoints } from '../parts/private-network.ts';
import { networkWorld, TOKEN_LOOKUP_TIMEOUT } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const customDnsServer: World = networkWorld({
  id: 'custom-dns-server',
  title: 'The names are answered by a server of the owner’s',
  breaks: 'The DHCP options of the VPC name a DNS server of the owner’s, and nothing in AWS says what it answers.',
  reason: TOKEN_LOOKUP_TIMEOUT,
  expect: { conclusion: 'undetermined' },
  change(network) {
    useEndpoints(network);
    for (const vpc of network.vpcs) vpc.dnsServers = ['10.20.0.53'];
  },
});
