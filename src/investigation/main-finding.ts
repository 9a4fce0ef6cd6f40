import type { Conclusion } from '../domain/diagnosis.ts';
import type { Finding } from '../domain/finding.ts';

/** The finding that the answer is about; `null` when nothing that fails is its reason. */
export function mainFinding(conclusion: Conclusion): Finding | null {
  if (conclusion.kind === 'explained') return conclusion.cause;
  return conclusion.kind === 'would-fail-now' ? conclusion.next : null;
}
