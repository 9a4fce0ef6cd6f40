import type { NetworkEstate } from '../../../src/domain/network-estate.ts';
import type { HopReason } from '../../../src/semantics/vpc-path/hop-reasons.ts';
import {
  blockedAt,
  type HopKind,
  type Leg,
  type NetworkPath,
  type PathQuery,
  type PolicyAllows,
  type Via,
} from '../../../src/semantics/vpc-path/leg-path.ts';
import { tracePaths } from '../../../src/semantics/vpc-path/trace-paths.ts';
import { aQuery } from '../../support/network.ts';

/** How a path ends, in a word: its way, or its first blocked hop, or its first unknown one with a question mark. */
export type Outcome = Via | `${HopKind}: ${HopReason}` | `${HopKind}: ${HopReason}?`;

export const ALLOW_ALL: PolicyAllows = () => 'allowed';

export function outcomeOf(path: NetworkPath): Outcome {
  if (path.verdict === 'reachable') return path.via ?? 'aws-network';
  const hop = blockedAt(path) ?? path.hops.find(({ verdict }) => verdict === 'unknown');
  if (hop === undefined) throw new Error('a path that is not reachable has a hop that says why');
  return path.verdict === 'blocked' ? `${hop.kind}: ${hop.reason}` : `${hop.kind}: ${hop.reason}?`;
}

export function outcomes(
  estate: NetworkEstate,
  query: PathQuery = aQuery(),
  policyAllows = ALLOW_ALL,
): Record<Leg, Outcome> {
  const { token, manifest, layers } = tracePaths(estate, query, policyAllows);
  return { token: outcomeOf(token), manifest: outcomeOf(manifest), layers: outcomeOf(layers) };
}

export function everyLeg(outcome: Outcome): Record<Leg, Outcome> {
  return { token: outcome, manifest: outcome, layers: outcome };
}

export function ecrLegs(outcome: Outcome): Pick<Record<Leg, Outcome>, 'token' | 'manifest'> {
  return { token: outcome, manifest: outcome };
}
