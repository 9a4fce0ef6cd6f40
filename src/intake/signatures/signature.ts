import type { SymptomKind } from '../../domain/incident.ts';

/** A wording that a product prints, and the symptom that it states. */
export interface Signature {
  readonly kind: SymptomKind;
  /** As printed, in any case; how it is wrapped does not matter. */
  readonly wording: string;
  /** Whether these words alone prove that a pull failed. `no such host` does not: anything can fail so. */
  readonly provesPull: boolean;
  /** Where the wording comes from. */
  readonly source: string;
  /** Words after which it speaks of something else: a file and a command are `not found` as well. */
  readonly unlessAfter?: RegExp;
}

type Row = readonly [wording: string, source: string];

/** Wordings that nothing but a failed pull prints. */
export function ofPulls(kind: SymptomKind, rows: readonly Row[]): Signature[] {
  return rows.map(([wording, source]) => ({ kind, wording, provesPull: true, source }));
}

/** Wordings that name the symptom once it is known that a pull failed. */
export function ofAnything(kind: SymptomKind, rows: readonly Row[]): Signature[] {
  return rows.map(([wording, source]) => ({ kind, wording, provesPull: false, source }));
}
