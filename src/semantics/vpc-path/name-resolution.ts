import type { DistantVpc, Endpoint } from '../../domain/network-estate.ts';
import type { HopReason } from './hop-reasons.ts';
import { hop, type Inquiry } from './inquiry.ts';
import type { Hop } from './leg-path.ts';

/** Where a name may lead: an endpoint here or elsewhere, one that nobody could see, or the service's public addresses. */
export type NameTarget = Endpoint | DistantTarget | Nowhere | 'unseen-endpoint' | 'public';

/** The name does not exist. */
export interface Nowhere {
  /** The hop that says so. */
  readonly lack: Hop;
}

/** An endpoint in another VPC. */
export interface DistantTarget {
  readonly vpc: DistantVpc;
  readonly endpoint: Endpoint;
}

/** What the service's ordinary host name means to the source. */
export interface NameResolution {
  readonly hop: Hop;
  /** More than one when the answer is not certain; an endpoint comes before the public addresses. */
  readonly targets: readonly NameTarget[];
  /** An endpoint that is there, but that the name does not lead to. */
  readonly unused: Endpoint | null;
}

/** The name leads to an endpoint, or is meant to. */
export function nameHop({ id, service }: Endpoint, verdict: Hop['verdict'], reason: HopReason): Hop {
  return hop('private-dns', id, verdict, reason, { service });
}

/** The name may lead anywhere. */
export function uncertain({ estate }: Inquiry, reason: HopReason, candidates: readonly Endpoint[]): NameResolution {
  const doubt = hop('private-dns', estate.vpc.id, 'unknown', reason);
  return { hop: doubt, targets: [...candidates, 'unseen-endpoint', 'public'], unused: null };
}
