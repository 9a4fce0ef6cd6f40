import type { NetworkAcl, NetworkAclEntry, NetworkEstate, PortRange } from '../../domain/network-estate.ts';
import { contains, overlaps, parseCidr, subtract, type Cidr, type Extent } from './cidr.ts';
import { HTTPS, type Inquiry } from './inquiry.ts';

export const HTTPS_PORTS: PortRange = { from: HTTPS, to: HTTPS };

/** A NAT gateway picks its ports from the whole of this range. */
export const NAT_PORTS: PortRange = { from: 1024, to: 65_535 };

/** The ACL of a subnet. Each subnet has one; when none is seen, it could not be read. */
export function aclOfSubnet({ networkAcls }: Pick<NetworkEstate, 'networkAcls'>, subnet: string): NetworkAcl | null {
  if (networkAcls === 'unknown') return null;
  return networkAcls.find((acl) => acl.subnets.includes(subnet)) ?? null;
}

/**
 * The ports that a client picks for itself: 32768–60999 on Linux (ip_local_port_range), 49152–65535 on Windows. Not
 * knowing which, both.
 * https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports
 */
export function clientPorts({ query }: Inquiry): PortRange {
  if (query.os === 'linux') return { from: 32_768, to: 60_999 };
  return query.os === 'windows' ? { from: 49_152, to: 65_535 } : { from: 32_768, to: 65_535 };
}

/** A set of packets: each to or from one of these addresses, at one of these ports. */
interface Packets {
  readonly cidr: Cidr;
  readonly ports: PortRange;
}

/** How many of the possible packets an ACL lets pass: the lowest number that matches decides, and the end is a deny. */
export function admittedByAcl(
  acl: NetworkAcl | null,
  direction: 'ingress' | 'egress',
  addresses: readonly Cidr[],
  ports: PortRange,
): Extent {
  if (acl === null) return 'some';
  const entries = acl.entries.filter((entry) => entry.direction === direction && entry.protocol !== 'other');
  let undecided: readonly Packets[] = addresses.map((cidr) => ({ cidr, ports }));
  const decided = new Set<'allow' | 'deny'>();
  for (const entry of entries.toSorted((a, b) => a.number - b.number)) {
    const taken: Packets = { cidr: parseCidr(entry.cidr), ports: portsOf(entry) };
    if (undecided.some((packets) => meet(packets, taken))) decided.add(entry.action);
    undecided = undecided.flatMap((packets) => without(packets, taken));
  }
  if (undecided.length > 0) decided.add('deny');
  if (decided.size !== 1) return 'some';
  return decided.has('allow') ? 'all' : 'none';
}

function portsOf({ protocol, ports }: NetworkAclEntry): PortRange {
  return protocol === 'all' || ports === 'all' ? { from: 0, to: 65_535 } : ports;
}

function meet(a: Packets, b: Packets): boolean {
  return a.ports.from <= b.ports.to && b.ports.from <= a.ports.to && overlaps(a.cidr, b.cidr);
}

/** The packets that an entry leaves for the entries after it: those of other addresses, and its own at other ports. */
function without(packets: Packets, taken: Packets): readonly Packets[] {
  if (!meet(packets, taken)) return [packets];
  const { cidr, ports } = packets;
  const shared = contains(taken.cidr, cidr) ? cidr : taken.cidr;
  const elsewhere = subtract(cidr, taken.cidr).map((block) => ({ cidr: block, ports }));
  const below = { cidr: shared, ports: { from: ports.from, to: taken.ports.from - 1 } };
  const above = { cidr: shared, ports: { from: taken.ports.to + 1, to: ports.to } };
  return [...elsewhere, ...[below, above].filter((rest) => rest.ports.from <= rest.ports.to)];
}
