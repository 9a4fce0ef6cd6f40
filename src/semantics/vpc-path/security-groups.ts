import type { SecurityGroupRule } from '../../domain/network-estate.ts';
import type { Side } from './addresses.ts';
import { coverage, parseFamily, type Cidr, type Extent } from './cidr.ts';
import { HTTPS, type Inquiry } from './inquiry.ts';
import { listReach, type ListReach } from './prefix-lists.ts';

/**
 * How much of the other side the groups of this side let HTTPS pass to (`egress`) or from (`ingress`). Groups add up:
 * one rule is enough. They are stateful, so the answers need none.
 */
export function admittedByGroups(
  inquiry: Inquiry,
  groupIds: 'unknown' | readonly string[],
  direction: 'ingress' | 'egress',
  other: Side,
): Extent {
  const rules = rulesOf(inquiry, groupIds, direction);
  const reaches = rules.known.filter(carriesHttps).map((rule) => reachOf(inquiry, rule, other));
  if (reaches.includes('all')) return 'all';
  const cidrs = reaches.filter((reach): reach is readonly Cidr[] => Array.isArray(reach)).flat();
  const extent = coverage(cidrs, other.addresses);
  const mayBeMore = !rules.isWhole || reaches.includes('unknown');
  return extent === 'none' && mayBeMore ? 'some' : extent;
}

function rulesOf({ estate }: Inquiry, groupIds: 'unknown' | readonly string[], direction: 'ingress' | 'egress') {
  if (groupIds === 'unknown' || estate.securityGroups === 'unknown') return { known: [], isWhole: false };
  const groups = estate.securityGroups.filter(({ id }) => groupIds.includes(id));
  return { known: groups.flatMap((group) => group[direction]), isWhole: groups.length === new Set(groupIds).size };
}

function carriesHttps({ protocol, ports }: SecurityGroupRule): boolean {
  if (protocol === 'all') return true;
  return protocol === 'tcp' && (ports === 'all' || (ports.from <= HTTPS && HTTPS <= ports.to));
}

function reachOf(inquiry: Inquiry, { peer }: SecurityGroupRule, other: Side): ListReach {
  if (peer.kind === 'cidr') return parseFamily([peer.cidr], inquiry.query.ipFamily);
  if (peer.kind === 'prefix-list') return listReach(inquiry, peer.id, other);
  if (other.securityGroups === 'unknown') return 'unknown';
  return other.securityGroups.includes(peer.id) ? 'all' : [];
}
