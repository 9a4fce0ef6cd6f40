import { DIALECTS } from './dialects.ts';
import { says, saysAny, type MessageText } from './message-text.ts';
import { isPushOrLogin, isTalk } from './other-subjects.ts';
import { SIGNATURES } from './signatures.ts';

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
  'failed to resolve reference',
  'failed to resolve source metadata',
  'has been retried',
  'does not have permission to access the',
  'provide a valid source image',
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
  if (!saysAny(message, UNMISTAKABLE) && isPushOrLogin(message)) return false;
  return isConcrete || !isTalk(message);
}

/** Whether some product's way to report a failed pull stands in a text. */
export function reportsFailure(message: MessageText): boolean {
  return (
    DIALECTS.some(({ failures }) => failures.some(({ wording }) => says(message, wording))) ||
    SIGNATURES.some(({ provesPull, wording }) => provesPull && says(message, wording)) ||
    (isPulling(message) && SIGNATURES.some(({ wording }) => !PULLING.includes(wording) && says(message, wording)))
  );
}

function isPulling(message: MessageText): boolean {
  return saysAny(message, PULLING) || (saysAny(message, PULL_COMMANDS) && saysAny(message, FAILING));
}
