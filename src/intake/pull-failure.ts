import { DIALECTS } from './dialects.ts';
import { says, saysAny, type MessageText } from './message-text.ts';
import type { SymptomKind } from '../domain/incident.ts';
import { isOtherArtifact, isPushOrLogin, leansToPushOrLogin } from './other-subjects.ts';
import { SIGNATURES } from './signatures.ts';
import { isTalk } from './talk.ts';

/** Wordings that only a pull has, whatever stands beside them. */
const UNMISTAKABLE = [
  'pull access denied for',
  'failed to pull',
  'CannotPull',
  'error pulling',
  'unable to pull',
  'ErrImagePull',
  'ImagePullBackOff',
  'unable to find image',
  'manifest unknown',
  'requested image not found',
  'pulling from host ',
  'no matching manifest for',
  'no match for platform in manifest',
  'initializing source docker://',
  'failed to register layer:',
  'error response from daemon: head "http',
  'error response from daemon: head http',
  'failed to resolve reference',
  'failed to resolve source metadata',
  'failed to create LLB definition',
  '[manifests ',
  'Error response from daemon: manifest for ',
  'has been retried',
  'does not have permission to access the',
  '. provide a valid source image',
  'pull rate limit',
];

/** Wordings of somebody who pulls. With the words of any other failure beside them, that pull failed. */
const PULLING = [
  'unable to pull secrets or registry auth',
  'failed to resolve reference ',
  'failed to resolve ref ',
  'pulling from host ',
  'error pulling image',
  'pinging container registry',
  'error response from daemon: get "http',
  'error response from daemon: get http',
  '/manifests/',
];

/** What a push and a login fail with as well, in the same words. */
const SHARED: ReadonlySet<SymptomKind> = new Set([
  'auth_missing_or_expired',
  'access_denied',
  'timeout',
  'dns',
  'tls',
  'connection_refused',
]);

/** Commands that pull. They stand in instructions too: what failed must say so. */
const PULL_COMMANDS = ['docker pull ', 'podman pull ', 'crictl pull ', 'nerdctl pull ', 'using default tag: latest'];
const FAILING = ['error', 'failed', 'denied', 'cannot', 'unable'];

/**
 * Whether a message reports a pull that failed. Talk about pulls, pushes, logins and successes do not.
 *
 * @param isConcrete whether the message names an image, a denial or a connection: an explanation names none.
 */
export function isPullFailure(message: MessageText, isConcrete: boolean): boolean {
  if (!reportsFailure(message)) return false;
  if (!isProduct(message) && isOtherArtifact(message)) return false;
  if (!isUnmistakable(message) && isOtherwise(message)) return false;
  return isConcrete || !isTalk(message);
}

/** Whether only a pull can have printed it: docker's and a registry's words may stand in a push as well. */
function isUnmistakable(message: MessageText): boolean {
  return isProduct(message) || saysAny(message, UNMISTAKABLE);
}

/** Whether a product reports it that pulls and does nothing else with a registry. */
function isProduct(message: MessageText): boolean {
  return DIALECTS.some(
    ({ platform, failures }) =>
      platform !== 'docker' && platform !== 'unknown' && failures.some(({ wording }) => says(message, wording)),
  );
}

function isOtherwise(message: MessageText): boolean {
  if (isPushOrLogin(message)) return true;
  const stated = SIGNATURES.find(({ wording }) => says(message, wording));
  return stated !== undefined && SHARED.has(stated.kind) && leansToPushOrLogin(message);
}

/**
 * Whether ECS says that it could not assume a role of the task. Nothing was pulled then, so that the message reports no
 * pull that failed; but whoever asks about it is told, for without its execution role no task pulls.
 */
export function isRoleRefused(message: MessageText): boolean {
  return says(message, 'ECS was unable to assume the role');
}

/** Whether some product's way to report a failed pull stands in a text. */
export function reportsFailure(message: MessageText): boolean {
  return (
    DIALECTS.some(({ failures }) => failures.some(({ wording }) => says(message, wording))) ||
    SIGNATURES.some(({ provesPull, wording }) => provesPull && says(message, wording)) ||
    (isPulling(message) && SIGNATURES.some(({ wording }) => !PULLING.includes(wording) && says(message, wording)))
  );
}

/** A call to the root of a registry's API, with the error that follows it. Source: distribution; Go, net/http. */
const REGISTRY_CALL = /(?:get|head)"?https?:\/\/[^"/]{1,255}\/v2\/"?:/;

/** The agent's name of the error as a word of its own: in the name of a service it says nothing. */
const AGENT_ERROR = /\bCannotPull(?:ECR)?ContainerError\b/;

function isPulling(message: MessageText): boolean {
  return (
    REGISTRY_CALL.test(message.squeezed) ||
    AGENT_ERROR.test(message.flat) ||
    saysAny(message, PULLING) ||
    (saysAny(message, PULL_COMMANDS) && saysAny(message, FAILING))
  );
}
