export type Truth = 'yes' | 'no' | 'unknown';

/** An answer in three-valued logic. When unknown, the condition keys that would settle it (none: nothing we can name). */
export interface Answer {
  readonly truth: Truth;
  readonly missingKeys: readonly string[];
}

export const YES: Answer = { truth: 'yes', missingKeys: [] };
export const NO: Answer = { truth: 'no', missingKeys: [] };
export const UNKNOWN: Answer = { truth: 'unknown', missingKeys: [] };

export function unknownFor(keys: readonly string[]): Answer {
  return { truth: 'unknown', missingKeys: keys };
}

export function fromBoolean(holds: boolean): Answer {
  return holds ? YES : NO;
}

/** Kleene's `and`: one `no` settles it, whatever is unknown. `yes` for an empty list. */
export function allOf(answers: readonly Answer[]): Answer {
  if (answers.some((answer) => answer.truth === 'no')) return NO;
  return answers.every((answer) => answer.truth === 'yes') ? YES : unknownFor(missingIn(answers));
}

/** Kleene's `or`: one `yes` settles it, whatever is unknown. `no` for an empty list. */
export function anyOf(answers: readonly Answer[]): Answer {
  if (answers.some((answer) => answer.truth === 'yes')) return YES;
  return answers.every((answer) => answer.truth === 'no') ? NO : unknownFor(missingIn(answers));
}

export function negate(answer: Answer): Answer {
  if (answer.truth === 'unknown') return answer;
  return answer.truth === 'yes' ? NO : YES;
}

function missingIn(answers: readonly Answer[]): readonly string[] {
  return [...new Set(answers.flatMap((answer) => answer.missingKeys))];
}
