import { type AccessFact, allWhoMayAsk } from '../../../domain/access.ts';
import type { Evidence } from '../../../domain/evidence.ts';
import type { Unknown } from '../../../domain/facts.ts';

export type Settled =
  | { readonly known: true; readonly value: AccessFact; readonly evidence: readonly Evidence[] }
  | Unknown;

export interface Evident {
  readonly known: true;
  readonly evidence: readonly Evidence[];
}

/**
 * An access that was judged while some policies could not be read: what one lacks, the others may not mend, so a gap in
 * them counts only when it leaves the answer open.
 */
export function settleAccess(access: AccessFact, learned: readonly (Evident | Unknown)[]): Settled {
  const gap = learned.find((fact) => !fact.known);
  const actions = allWhoMayAsk(access).flatMap((each) => each.actions);
  if (gap !== undefined && actions.some(({ outcome }) => outcome === 'unknown')) return gap;
  return { known: true, value: access, evidence: learned.flatMap((fact) => (fact.known ? fact.evidence : [])) };
}

/** A policy, or that it could not be read. */
export function policyIn<Value>(learned: { known: true; value: Value } | Unknown): Value | 'unknown' {
  return learned.known ? learned.value : 'unknown';
}
