import type { EcrIncident } from '../../domain/check.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { DerivedFacts, Facts, Known, Learned, ReadFacts } from '../../domain/facts.ts';

/** One fact that follows from others by AWS's own rules. */
export interface DerivedFact<
  Name extends keyof DerivedFacts = keyof DerivedFacts,
  Read extends keyof ReadFacts = keyof ReadFacts,
> {
  readonly name: Name;
  /** The read facts that it builds on; it can learn no others. */
  readonly from: readonly Read[];
  /** A gap in what it builds on is a gap in it, unless the answer is the same whatever the gap hides. */
  derive(learn: <N extends Read>(name: N) => Promise<Learned<N>>, incident: EcrIncident): Promise<Learned<Name>>;
}

/** Does nothing at run time; at compile time it ties what is derived to the fact's name. */
export function defineDerived<const Name extends keyof DerivedFacts, const Read extends keyof ReadFacts>(
  fact: DerivedFact<Name, Read>,
): DerivedFact<Name, Read> {
  return fact;
}

export function known<Name extends keyof DerivedFacts>(value: Facts[Name], evidence: readonly Evidence[]): Known<Name> {
  return { known: true, value, evidence };
}
