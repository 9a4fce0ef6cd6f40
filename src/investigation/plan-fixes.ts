import { FIXERS } from '../fixers/index.ts';
import type { EcrIncident } from '../domain/check.ts';
import type { FactSource } from '../domain/facts.ts';
import type { Finding } from '../domain/finding.ts';
import type { Fix, Fixer } from '../domain/fix.ts';
import { learnAll, type OnBug } from './run-check.ts';

/** Every fix that is sure of itself, for the findings that failed. What a fixer could not learn keeps it silent. */
export async function planFixes(
  findings: readonly Finding[],
  source: FactSource,
  incident: EcrIncident,
  onBug: OnBug,
): Promise<readonly Fix[]> {
  const planned = await Promise.all(
    findings
      .filter(({ verdict }) => verdict === 'fail')
      .flatMap((finding) =>
        FIXERS.filter(({ check }) => check === finding.check).map((fixer) =>
          planOne(fixer, finding, source, incident, onBug),
        ),
      ),
  );
  return planned.filter((fix) => fix !== null);
}

async function planOne(
  fixer: Fixer,
  finding: Finding,
  source: FactSource,
  incident: EcrIncident,
  onBug: OnBug,
): Promise<Fix | null> {
  try {
    const { facts, gaps } = await learnAll(fixer.needs, source, incident);
    return gaps.length > 0 ? null : fixer.plan(finding, facts, incident);
  } catch (error) {
    onBug(fixer.id, error);
    return null;
  }
}
