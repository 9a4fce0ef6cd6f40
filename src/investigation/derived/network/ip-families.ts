import type { NetworkEstate } from '../../../domain/network-estate.ts';
import type { IpFamily } from '../../../semantics/vpc-path/cidr.ts';
import type { PathQuery } from '../../../semantics/vpc-path/leg-path.ts';

/**
 * With which addresses the source can dial the host. ECR's ordinary names have IPv4 addresses only, and so only a source
 * without any reaches for them in another way.
 */
export function ipFamilies({ source, subnets }: NetworkEstate, hostForm: PathQuery['hostForm']): readonly IpFamily[] {
  const own = source.addresses === 'unknown' ? [] : source.addresses;
  const blocks = own.length > 0 ? own : (subnets.find(({ id }) => id === source.subnet)?.cidrs ?? []);
  const hasIpv4 = blocks.length === 0 || blocks.some((block) => !block.includes(':'));
  if (!hasIpv4) return ['ipv6'];
  return hostForm === 'dual-stack' && source.hasIpv6Address !== false ? ['ipv4', 'ipv6'] : ['ipv4'];
}
