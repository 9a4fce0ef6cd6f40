import type { Conclusion } from '../domain/diagnosis.ts';
import type { Finding } from '../domain/finding.ts';
import type { Incident } from '../domain/incident.ts';
import { comparePositions, PULL_STEPS } from '../domain/pull-stage.ts';
import { UNREAD_POLICIES, WOULD_PULL_NOW, cannotTell, nobodyLooked } from './words.ts';

/**
 * Findings → conclusion. A symptom points and acquits, only facts convict: the cause is the failing check earliest in
 * the order of a pull among those that can produce the text. Nothing is called fine while something unknown could be
 * the cause, or while no check has looked where the text points.
 */
export function conclude(incident: Incident, findings: readonly Finding[]): Conclusion {
  const first = findings
    .filter(({ after }) => after.length === 0)
    .toSorted((a, b) => comparePositions(a.position, b.position));
  const failing = first.filter(({ verdict }) => verdict === 'fail');
  const suspects = first.filter((finding) => couldExplain(finding, incident));
  const alsoWrong = failing.filter((finding) => !suspects.includes(finding));
  const [cause, ...follows] = suspects.filter(({ verdict }) => verdict === 'fail');
  const unknown = suspects.filter(({ verdict }) => verdict === 'unknown');

  if (cause !== undefined) {
    const before = unknown.filter((finding) => comparePositions(finding.position, cause.position) < 0);
    const because = findings.filter(({ after, verdict }) => after.includes(cause.check) && verdict === 'fail');
    const certainty = isTextual(incident) && before.length === 0 ? 'confirmed' : 'probable';
    return { kind: 'explained', certainty, cause, because, follows, alsoWrong, unknown: before };
  }
  if (unknown.length > 0) {
    // Many questions stay open for one reason: what counts is how many reasons there are.
    const obstacles = new Set(unknown.map(({ summary }) => summary)).size;
    return { kind: 'undetermined', says: cannotTell(obstacles), unknown, alsoWrong };
  }

  const unseen = stepsToSee(incident).filter(
    (step) => !suspects.some(({ position, verdict }) => position.step === step && verdict === 'pass'),
  );
  if (unseen.length > 0) return { kind: 'undetermined', says: nobodyLooked(unseen), unknown: [], alsoWrong };
  if (incident.symptom?.kind === 'access_denied')
    return { kind: 'undetermined', says: UNREAD_POLICIES, unknown: [], alsoWrong };
  return { kind: 'would-pull-now', says: WOULD_PULL_NOW, alsoWrong };
}

function couldExplain({ position }: Finding, { symptom }: Incident): boolean {
  if (position.stage === 'prevention') return false;
  if (symptom === null) return true;
  return comparePositions(position, symptom.reached) >= 0 && symptom.explainedBy.includes(position.step);
}

/** Whether the text says something that a fact can agree with. */
function isTextual({ symptom }: Incident): boolean {
  return symptom !== null && symptom.kind !== 'other';
}

/** A pull needs a path, a permission and an object; a text that is narrower needs only what it points to. */
function stepsToSee({ symptom }: Incident): readonly (typeof PULL_STEPS)[number][] {
  return symptom?.explainedBy ?? PULL_STEPS;
}
