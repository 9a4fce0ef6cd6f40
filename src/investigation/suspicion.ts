import type { Finding } from '../domain/finding.ts';
import type { Incident, Symptom, SymptomKind } from '../domain/incident.ts';
import { comparePositions, PULL_STEPS, type PullStep } from '../domain/pull-stage.ts';

/** The texts whose causes some check can see. Behind any other, everything may be right that we know how to ask about. */
const VISIBLE: ReadonlySet<SymptomKind> = new Set([
  'not_found',
  'access_denied',
  'timeout',
  'dns',
  'connection_refused',
  'registry_auth_init',
]);

/** The actions that the checks of permissions ask about. */
const ASKED_ACTIONS: ReadonlySet<string> = new Set([
  'ecr:GetAuthorizationToken',
  'ecr:BatchGetImage',
  'ecr:GetDownloadUrlForLayer',
]);

export function isPreventive({ position }: Finding): boolean {
  return position.stage === 'prevention';
}

/** Whether this finding could be behind the text, or shows that what could be is right. */
export function isSuspect(finding: Finding, { symptom }: Incident): boolean {
  if (isPreventive(finding) || finding.explains === false) return false;
  if (symptom === null) return true;
  return symptom.explainedBy.includes(finding.position.step) && isInRange(finding, symptom);
}

/** A failure lies where it shows. What passes, or was not seen, concerns everything from there on. */
function isInRange({ position, verdict }: Finding, { reached, until }: Symptom): boolean {
  if (comparePositions(position, reached) < 0) return false;
  return verdict !== 'fail' || comparePositions(position, until) <= 0;
}

/** Whether an open question could hide an earlier cause than this one. Every connection of a pull needs the path. */
export function couldComeBefore(open: Finding, cause: Finding): boolean {
  return open.position.step === 'path' || comparePositions(open.position, cause.position) < 0;
}

/** Whether some check can see what the text speaks of. */
export function isVisible({ symptom, denial, connection }: Incident): boolean {
  if (symptom === null) return true;
  if (!VISIBLE.has(symptom.kind) || symptom.explainedBy.length === 0) return false;
  const isAskedAction = denial === null || ASKED_ACTIONS.has(denial.action);
  const isOursToReach = connection === null || connection.host === null || connection.leg !== null;
  return isAskedAction && isOursToReach;
}

/** Whether the text says the same as the cause does, as far as it says anything. */
export function agrees({ symptom, denial }: Incident, cause: Finding): boolean {
  if (symptom === null || symptom.kind === 'other') return false;
  if (denial === null || cause.position.step !== 'permission') return true;
  const { action, layer, resource } = cause.data;
  const isSameLayer = denial.layer === null || layer === undefined || denial.layer === layer;
  const isSameResource = denial.resource === null || resource === undefined || denial.resource === resource;
  return denial.action === action && isSameLayer && isSameResource;
}

/** The steps at which no suspect has passed: nothing is known to be right there. */
export function unseenSteps(
  findings: readonly Finding[],
  steps: readonly PullStep[] = PULL_STEPS,
): readonly PullStep[] {
  return steps.filter(
    (step) => !findings.some(({ position, verdict }) => position.step === step && verdict === 'pass'),
  );
}
