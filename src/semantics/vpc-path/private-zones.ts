import type { PrivateZone, ZoneRecord } from '../../domain/network-estate.ts';
import type { IpFamily } from './cidr.ts';

/** What a private hosted zone answers about a host. */
export type ZoneAnswer =
  /** The name of an interface endpoint. */
  | { readonly kind: 'endpoint'; readonly id: string }
  | { readonly kind: 'addresses'; readonly addresses: readonly string[] }
  /** Certainly nothing: the resolver does not ask anybody else then. */
  | { readonly kind: 'nothing' }
  /** Something that does not tell where it leads. */
  | { readonly kind: 'unclear' };

/** Longer chains of names within one zone are not followed. */
const LONGEST_CHAIN = 4;

/**
 * The zone that answers for a host: of those whose name is the host's or holds it, the most specific.
 * (Route 53 developer guide, "Considerations when working with a private hosted zone".)
 */
export function answeringZone(zones: readonly PrivateZone[], host: string): PrivateZone | null {
  const holding = zones.filter(({ name }) => isWithin(host, name));
  return holding.toSorted((a, b) => b.name.length - a.name.length)[0] ?? null;
}

/**
 * What the zone answers. Where it has no record, nobody else is asked: the name does not exist for the VPC. `isAnsweredHere`:
 * whether of all zones of the VPC this one answers for a name, to which a CNAME may lead.
 */
export function askZone(
  { name, records }: PrivateZone,
  host: string,
  family: IpFamily,
  isAnsweredHere: (name: string) => boolean,
): ZoneAnswer {
  if (records === 'unknown') return { kind: 'unclear' };
  return follow({ zone: name, records, family, isAnsweredHere }, host, LONGEST_CHAIN);
}

interface Asked {
  readonly zone: string;
  readonly records: readonly ZoneRecord[];
  readonly family: IpFamily;
  readonly isAnsweredHere: (name: string) => boolean;
}

function follow(asked: Asked, host: string, steps: number): ZoneAnswer {
  const { zone, records, family, isAnsweredHere } = asked;
  // A part of the zone that is delegated to somebody else.
  if (records.some(({ name, type }) => type === 'NS' && name !== zone && isWithin(host, name)))
    return { kind: 'unclear' };
  const found = recordsFor(zone, records, host).filter(({ type }) => type !== 'other' && type !== 'NS');
  const fitting = found.filter(({ type }) => type === 'CNAME' || type === (family === 'ipv4' ? 'A' : 'AAAA'));
  const [only, ...others] = fitting;
  // A name with addresses of the other family may still be reached by those.
  if (only === undefined) return { kind: found.length > 0 ? 'unclear' : 'nothing' };
  if (others.length > 0) return { kind: 'unclear' };
  const target = only.type === 'CNAME' ? (only.values[0] ?? '') : only.alias;
  if (target === null) return { kind: 'addresses', addresses: only.values };
  const endpoint = /(?:^|\.)(?<id>vpce-[0-9a-z]+)-.*\.vpce\.amazonaws\.com(?:\.cn)?$/.exec(target)?.groups?.['id'];
  if (endpoint !== undefined) return { kind: 'endpoint', id: endpoint };
  if (steps === 0 || !isWithin(target, zone)) return { kind: 'unclear' };
  // An alias stays within its zone; what a CNAME names is looked up anew.
  if (only.type === 'CNAME' && !isAnsweredHere(target)) return { kind: 'unclear' };
  return follow(asked, target, steps - 1);
}

/** The records of the host itself, else those of the wildcard next to the nearest name above it that exists (RFC 4592). */
function recordsFor(zone: string, records: readonly ZoneRecord[], host: string): readonly ZoneRecord[] {
  const exists = (name: string): boolean => name === zone || records.some((record) => isWithin(record.name, name));
  if (exists(host)) return records.filter(({ name }) => name === host);
  let above = parentOf(host);
  while (!exists(above)) above = parentOf(above);
  return records.filter(({ name }) => name === `*.${above}`);
}

function parentOf(name: string): string {
  return name.slice(name.indexOf('.') + 1);
}

function isWithin(name: string, zone: string): boolean {
  return name === zone || name.endsWith(`.${zone}`);
}
