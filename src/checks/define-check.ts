import type { Check } from '../domain/check.ts';
import type { FactName } from '../domain/facts.ts';

/** Does nothing at run time; at compile time it infers what a check needs to know and what it may answer. */
export function defineCheck<const Need extends FactName, const Answer extends string>(
  check: Check<Need, Answer>,
): Check<Need, Answer> {
  return check;
}
