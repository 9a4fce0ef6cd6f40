import type { PatternList } from './document.ts';
import { matchesGlob, wildcardTokens } from './glob.ts';

/** Whether `Action` or `NotAction` covers an action. Actions are compared without regard to case. */
export function coversAction({ patterns, negated }: PatternList, action: string): boolean {
  const wanted = action.toLowerCase();
  const isListed = patterns.some((pattern) => matchesGlob(wildcardTokens(pattern.toLowerCase()), wanted));
  return isListed !== negated;
}
