import type { Conclusion } from '../domain/diagnosis.ts';
import type { Finding } from '../domain/finding.ts';
import type { Incident } from '../domain/incident.ts';
import { comparePositions } from '../domain/pull-stage.ts';
import { loginWords } from './login-words.ts';
import { readControls } from './read-controls.ts';
import {
  agrees,
  cameTooLate,
  couldComeBefore,
  isBesidePull,
  isPreventive,
  isSuspect,
  isVisible,
  unseenSteps,
} from './suspicion.ts';
import {
  cannotTell,
  healedBut,
  invisible,
  nobodyLooked,
  unreadPolicies,
  WOULD_PULL_NOW,
  wouldPullBut,
  wouldStopAt,
} from './words.ts';

/**
 * Findings → conclusion. A symptom points and acquits, only facts convict: the cause is the failing check earliest in
 * the order of a pull among those that can produce the text. Nothing is called fine while something is wrong or unknown
 * anywhere, or while no check has looked at every step.
 */
export function conclude(incident: Incident, findings: readonly Finding[]): Conclusion {
  const outdone = new Set(findings.filter(isFailed).flatMap(({ supersedes = [] }) => supersedes));
  const first = findings
    .filter(({ check, after }) => after.length === 0 && !outdone.has(check))
    .toSorted((a, b) => comparePositions(a.position, b.position));
  const suspects = first.filter((finding) => isSuspect(finding, incident));
  const [cause, ...others] = suspects.filter(isFailed);
  const open = suspects.filter(isOpen);

  if (cause !== undefined) {
    const later = first.filter((finding) => isFailed(finding) && isLater(finding, cause) && !others.includes(finding));
    const follows = [...others, ...later];
    const because = findings.filter((finding) => isFailed(finding) && isRaisedBy(finding, cause));
    // One thing that cannot be read hides a part of every connection's path.
    const unseen = isPath(cause) ? first.filter((finding) => isOpen(finding) && isPath(finding)) : [];
    const unknown = [...new Set([...open.filter((finding) => couldComeBefore(finding, cause)), ...unseen])];
    const isLate = because.some((each) => cameTooLate(each, incident));
    return {
      kind: 'explained',
      certainty: agrees(incident, cause) && unknown.length === 0 && !isLate ? 'confirmed' : 'probable',
      cause,
      because,
      follows,
      alsoWrong: first.filter((finding) => isFailed(finding) && finding !== cause && !follows.includes(finding)),
      unknown,
    };
  }
  const conclusion = withoutCause(incident, first, suspects);
  const next = conclusion.kind === 'would-fail-now' ? conclusion.next : null;
  return { ...conclusion, alsoWrong: first.filter((finding) => isFailed(finding) && finding !== next) };
}

type WithoutAlsoWrong =
  | { kind: 'undetermined'; says: string; unknown: readonly Finding[] }
  | { kind: 'would-fail-now'; says: string; next: Finding }
  | { kind: 'would-pull-now'; says: string };

/** Nothing that fails explains the text: it cannot be told, or it is no longer so. */
function withoutCause(incident: Incident, first: readonly Finding[], suspects: readonly Finding[]): WithoutAlsoWrong {
  const { symptom } = incident;

  const open = suspects.filter(isOpen);
  // What a client held when it asked is on no record: the text is the whole evidence, and it points without convicting.
  if (symptom?.kind === 'auth_missing_or_expired') {
    // Docker on a machine asks with whatever a person gave it: whose policies are open matters to others only.
    return undetermined(loginWords(incident), incident.platform === 'docker' ? [] : open);
  }
  if (open.length > 0) return undetermined(cannotTell(obstacles(open)), open);
  if (symptom !== null && !isVisible(incident)) return undetermined(invisible(symptom.quote));
  const unseen = unseenSteps(suspects, symptom?.explainedBy);
  if (unseen.length > 0) {
    const behind = first.filter((finding) => isOpen(finding) && unseen.includes(finding.position.step));
    return undetermined(nobodyLooked(unseen), behind);
  }
  if (symptom?.kind === 'access_denied' || incident.denial !== null)
    return undetermined(unreadPolicies(incident.denial, readControls(first)));

  const ofThePull = first.filter((finding) => !isPreventive(finding) && !isBesidePull(finding));
  const next = ofThePull.find(isFailed);
  if (next !== undefined) return { kind: 'would-fail-now', says: wouldStopAt(next.summary), next };
  const stillOpen = ofThePull.filter(isOpen);
  const unsure = new Set([...unseenSteps(ofThePull), ...stillOpen.map(({ position }) => position.step)]);
  if (unsure.size > 0) return undetermined(healedBut([...unsure]), stillOpen);
  const besides = first.find((finding) => isBesidePull(finding) && isFailed(finding));
  return { kind: 'would-pull-now', says: besides === undefined ? WOULD_PULL_NOW : wouldPullBut(besides.summary) };
}

function isFailed({ verdict }: Finding): boolean {
  return verdict === 'fail';
}

/** What a check that says the same would ask next is asked of this one as well. */
function isRaisedBy({ after }: Finding, { check, supersedes = [] }: Finding): boolean {
  return [check, ...supersedes].some((each) => after.includes(each));
}

function isOpen({ verdict }: Finding): boolean {
  return verdict === 'unknown';
}

function isPath(finding: Finding): boolean {
  return finding.position.step === 'path' && !isBesidePull(finding);
}

/** Behind the cause in the pull: it was not tried, so the text says nothing of it. */
function isLater(finding: Finding, cause: Finding): boolean {
  return !isPreventive(finding) && comparePositions(finding.position, cause.position) > 0;
}

/** Many questions stay open for one reason: what counts is how many reasons there are. */
function obstacles(open: readonly Finding[]): number {
  return new Set(open.map(({ summary }) => summary)).size;
}

function undetermined(says: string, unknown: readonly Finding[] = []) {
  return { kind: 'undetermined', says, unknown } as const;
}
