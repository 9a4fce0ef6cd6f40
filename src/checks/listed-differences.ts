import type { Difference } from '../domain/facts/siblings.ts';
import { listOf } from '../lib/plural.ts';

/** `route table (rtb-b there, rtb-a here)`, and so on: both sides of each, so that nobody has to look them up. */
export function listedDifferences(differences: readonly Difference[]): string {
  return listOf(differences.map(({ what, here, there }) => `${what} (\`${there}\` there, \`${here}\` here)`));
}
