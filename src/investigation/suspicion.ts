import { accountOf } from '../domain/arn.ts';
import type { Finding } from '../domain/finding.ts';
import type { Incident, Symptom, SymptomKind } from '../domain/incident.ts';
import { comparePositions, PULL_STEPS, type PullStep } from '../domain/pull-stage.ts';
import { readsLike } from './reads-like.ts';

/** The texts whose causes some check can see. Behind any other, everything may be right that we know how to ask about. */
const VISIBLE: ReadonlySet<SymptomKind> = new Set([
  'not_found',
  'access_denied',
  'timeout',
  'dns',
  'connection_refused',
  'registry_auth_init',
  'platform_mismatch',
  'kms',
]);

/** The actions that the checks of permissions ask about. */
const ASKED_ACTIONS: ReadonlySet<string> = new Set([
  'ecr:GetAuthorizationToken',
  'ecr:BatchGetImage',
  'ecr:GetDownloadUrlForLayer',
  'ecr:CreateRepository',
  'ecr:BatchImportUpstreamImage',
]);

/** A message and CloudTrail tell the time of two clocks, and the run of a lifecycle policy takes its time. */
const CLOCKS_APART_MS = 15 * 60_000;

export function isPreventive({ position }: Finding): boolean {
  return position.stage === 'prevention';
}

/**
 * What a task reaches for besides its image. Nothing of a pull is left to be reached when containers start, so a path
 * there is the task's own: whatever comes of it, the pull is as it is.
 */
export function isBesidePull({ position }: Pick<Finding, 'position'>): boolean {
  return position.stage === 'start' && position.step === 'path';
}

/** Whether this finding could be behind the text, or shows that what could be is right. */
export function isSuspect(finding: Finding, incident: Incident): boolean {
  const { symptom } = incident;
  if (isPreventive(finding) || finding.explains === false) return false;
  if (isBesidePull(finding) !== speaksOfSides(symptom)) return false;
  if (symptom === null) return true;
  if (isOfAnotherLayer(finding, incident)) return false;
  // What passes shows that a step was looked at, whatever its failure would have read like.
  if (finding.verdict !== 'pass' && !readsLike(finding, incident)) return false;
  return symptom.explainedBy.includes(finding.position.step) && isInRange(finding, symptom);
}

/** A task's secrets come in one step with its registry token: a text may be about them, and then not about the pull. */
function speaksOfSides(symptom: Symptom | null): boolean {
  return symptom !== null && isBesidePull({ position: symptom.reached });
}

/** A failure lies where it shows, an open question at the earliest where it could. What passes shows that a step was seen. */
function isInRange({ position, from = position.stage, verdict }: Finding, { reached, until }: Symptom): boolean {
  if (comparePositions(position, reached) < 0) return false;
  return verdict === 'pass' || comparePositions({ ...position, stage: from }, until) <= 0;
}

/** AWS names one layer: what cannot be read in the policies of endpoints is then behind no text that names another. */
function isOfAnotherLayer({ check, verdict }: Finding, { denial }: Incident): boolean {
  if (verdict !== 'unknown' || check !== 'endpoint-policy-denies' || denial === null) return false;
  return denial.layer !== null && denial.layer !== 'VPC endpoint';
}

/** Whether an open question could hide an earlier cause than this one. Every connection of a pull needs the path. */
export function couldComeBefore(open: Finding, cause: Finding): boolean {
  return open.position.step === 'path' || comparePositions(open.position, cause.position) < 0;
}

/** Whether some check can see what the text speaks of. */
export function isVisible(incident: Incident): boolean {
  const { symptom, denial } = incident;
  if (symptom === null) return true;
  if (!VISIBLE.has(symptom.kind) || symptom.explainedBy.length === 0) return false;
  if (speaksOfSides(symptom)) return true;
  const isAskedAction = denial === null || ASKED_ACTIONS.has(denial.action);
  return isAskedAction && isOursToReach(incident);
}

/** A registry and its layers answer at 443. Whatever else was dialled, a proxy say, is on no way that we look at. */
function isOursToReach({ connection }: Incident): boolean {
  if (connection === null) return true;
  const { host, port, leg } = connection;
  return (host === null || leg !== null) && (port === null || port === 443);
}

/** Whether the text says the same as the cause does, as far as it says anything. */
export function agrees(incident: Incident, cause: Finding): boolean {
  const { symptom, denial } = incident;
  if (symptom === null || symptom.kind === 'other' || cause.atMost === 'probable') return false;
  // Whoever is denied a token is told so, unless his client goes on without one.
  if (symptom.kind === 'auth_missing_or_expired' && cause.data['action'] !== undefined) return false;
  const { step } = cause.position;
  if (step === 'path') return isBesidePull(cause) || isOursToReach(incident);
  if (step === 'object') return !mayBeDenial(symptom) || isTurnedAway(incident);
  if (denial === null) return true;
  const { action, layer, resource } = cause.data;
  const isSameLayer = denial.layer === null || layer === undefined || denial.layer === layer;
  const isSameResource = denial.resource === null || resource === undefined || denial.resource === resource;
  return denial.action === action && isSameLayer && isSameResource;
}

/** Whether the text is one of a denial, so that a permission which was there again when we looked could be behind it. */
function mayBeDenial({ kind, explainedBy }: Symptom): boolean {
  return kind === 'access_denied' && explainedBy.includes('permission');
}

/**
 * Whoever may pull is told what is missing. Somebody of another account may not, where there is no repository that has a
 * policy for him: he is denied, and no policy of his own side is named.
 */
function isTurnedAway({ denial, image }: Incident): boolean {
  if (denial === null || image?.registry.kind !== 'ecr') return false;
  const isOfRegistry = denial.layer === null || denial.layer === 'resource-based';
  return isOfRegistry && accountOf(denial.principal) !== image.registry.account;
}

/** Whether what explains a cause happened after the pull had failed: then something else was wrong at that time. */
export function cameTooLate({ data: { at } }: Finding, { failedAt }: Incident): boolean {
  return at !== undefined && failedAt !== null && Date.parse(at) - Date.parse(failedAt) > CLOCKS_APART_MS;
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
