import type { NetworkEstate } from '../../domain/network-estate.ts';
import type { Extent } from './cidr.ts';
import type { HopReason } from './hop-reasons.ts';
import type { Hop, HopKind, HopVerdict, Leg, PathQuery, PolicyAllows } from './leg-path.ts';
import type { Service } from './services.ts';

/** What every hop is judged by. */
export interface Inquiry {
  readonly estate: NetworkEstate;
  readonly query: PathQuery;
  readonly policyAllows: PolicyAllows;
}

/** One connection that a task makes. */
export interface Connection {
  readonly service: Service;
  /** `null` for a service that is no part of a pull. */
  readonly leg: Leg | null;
  /** The hops before the first packet: how its name is resolved. */
  readonly head: readonly Hop[];
}

export const HTTPS = 443;

export function hop(
  kind: HopKind,
  subject: string,
  verdict: HopVerdict,
  reason: HopReason,
  detail: Readonly<Record<string, string>> = {},
): Hop {
  return { kind, subject, verdict, reason, detail };
}

/** The hop of a rule list that lets all, some or none of the possible connections pass. */
export function extentHop(
  kind: HopKind,
  subject: string,
  extent: Extent,
  reasons: Readonly<Record<Extent, HopReason>>,
  detail: Readonly<Record<string, string>> = {},
): Hop {
  const verdicts = { all: 'open', some: 'unknown', none: 'blocked' } as const;
  return hop(kind, subject, verdicts[extent], reasons[extent], detail);
}

/** One extent for several places of which a connection uses any one. */
export function anyOneOf(extents: readonly Extent[]): Extent {
  const [first = 'some'] = extents;
  return extents.every((extent) => extent === first) ? first : 'some';
}

/** Ids as one subject. */
export function idsOf(ids: 'unknown' | readonly string[]): string {
  return ids === 'unknown' ? 'unknown' : ids.join(' ');
}
