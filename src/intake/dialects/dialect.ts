import type { Platform } from '../../domain/incident.ts';

/** How one product speaks. */
export interface Dialect {
  readonly platform: Platform;
  /** Wordings by which it reports that a pull failed. */
  readonly failures: readonly Mark[];
  /** Wordings that only tell which product speaks. */
  readonly marks: readonly Mark[];
}

/** A wording as printed, in any case, and where it comes from. */
export interface Mark {
  readonly wording: string;
  readonly source: string;
}

/** Wordings that come from one source. */
export function from(source: string, ...wordings: readonly string[]): Mark[] {
  return wordings.map((wording) => ({ wording, source }));
}
