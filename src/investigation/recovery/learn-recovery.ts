import type { EcrIncident } from '../../domain/check.ts';
import type { Conclusion } from '../../domain/diagnosis.ts';
import type { FactSource } from '../../domain/facts.ts';
import type { Recovery } from '../../domain/recovery.ts';
import { mainFinding } from '../main-finding.ts';
import { learnAll, type OnBug } from '../run-check.ts';
import { isGone, planRecovery } from './plan-recovery.ts';
import { RECOVERY_FACTS } from './recovery-facts.ts';

/** The ways back, when the answer is that the image is gone. The second questions have learned nearly all of it already. */
export async function learnRecovery(
  conclusion: Conclusion,
  source: FactSource,
  incident: EcrIncident,
  onBug: OnBug,
): Promise<readonly Recovery[]> {
  const main = mainFinding(conclusion);
  const because = conclusion.kind === 'explained' ? conclusion.because : [];
  if (!isGone(main, because)) return [];
  try {
    // What could not be learned is left out of these facts, and the plan takes it for a gap.
    const { facts, gaps } = await learnAll(RECOVERY_FACTS, source, incident);
    return planRecovery(main, because, facts, incident, gaps);
  } catch (error) {
    onBug('plan-recovery', error);
    return [];
  }
}
