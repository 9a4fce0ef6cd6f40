import { CHECKS } from '../checks/index.ts';
import type { Check, EcrIncident } from '../domain/check.ts';
import type { Diagnosis } from '../domain/diagnosis.ts';
import type { FactSource } from '../domain/facts.ts';
import type { Finding } from '../domain/finding.ts';
import { isEcrImage } from '../domain/image-reference.ts';
import type { Incident } from '../domain/incident.ts';
import type { StoryStep } from '../domain/story.ts';
import { conclude } from './conclude.ts';
import { locate } from './locate.ts';
import { outOfSight } from './out-of-sight.ts';
import { planFixes } from './plan-fixes.ts';
import { learnRecovery } from './recovery/learn-recovery.ts';
import { firstQuestions, lastQuestions, type OnBug, runCheck, secondQuestions } from './run-check.ts';
import { ASKING_WHO_PULLS, pullerStep } from './puller-step.ts';
import { messageStep, storyOf } from './story.ts';
import { toldPaths } from './told-paths.ts';

/** What an investigation needs from the rest of the house. */
export interface Investigation {
  readonly source: FactSource;
  /** Told the whole story anew whenever something is learned; must not throw and is not awaited. */
  readonly tell: (story: readonly StoryStep[]) => void;
  readonly onBug: OnBug;
}

/** Incident → diagnosis: find the image, ask every check, conclude, plan fixes. */
export async function investigate(reported: Incident, { source, tell, onBug }: Investigation): Promise<Diagnosis> {
  const incident = await locate(reported, source, onBug);
  if (!isLookable(incident)) {
    tell([messageStep(incident)]);
    return {
      version: 1,
      incident,
      conclusion: { kind: 'out-of-sight', says: outOfSight(incident) },
      findings: [],
      fixes: [],
      recovery: [],
      paths: null,
    };
  }
  const findings: Finding[] = [];
  let puller = ASKING_WHO_PULLS;
  const retell = (): void => tell(storyOf(incident, puller, findings, 'asking'));
  retell();
  const meeting = pullerStep(incident, source, onBug).then((step) => {
    puller = step;
    retell();
  });

  const asked = new Set<string>();
  const ask = async (check: Check): Promise<void> => {
    // Two failures may raise the same second question.
    if (asked.has(check.id)) return;
    asked.add(check.id);
    const finding = await runCheck(check, source, incident, onBug);
    findings.push(finding);
    retell();
    if (finding.verdict === 'fail') await Promise.all(secondQuestions(check.id).map(ask));
  };
  await Promise.all([meeting, ...firstQuestions(incident).map(ask)]);
  // What the text does not speak of does not explain it, and may stop the next pull all the same.
  if (conclude(incident, inOrderOfPull(findings)).kind === 'would-pull-now')
    await Promise.all(lastQuestions(incident).map(ask));

  const ordered = inOrderOfPull(findings);
  tell(storyOf(incident, puller, ordered, 'done'));
  const fixes = await planFixes(ordered, source, incident, onBug);
  const conclusion = conclude(incident, ordered);
  const recovery = await learnRecovery(conclusion, source, incident, onBug);
  const paths = await toldPaths(conclusion, source, incident, onBug);
  return { version: 1, incident, conclusion, findings: ordered, fixes, recovery, paths };
}

function inOrderOfPull(findings: readonly Finding[]): readonly Finding[] {
  return CHECKS.flatMap(({ id }) => findings.filter(({ check }) => check === id));
}

function isLookable(incident: Incident): incident is EcrIncident {
  return isEcrImage(incident.image);
}
