import { says, saysAny, type MessageText } from './message-text.ts';

/** Wordings of a push. It fails in the words of a pull, and is not ours. Source: moby and buildkit; AWS SAM; Amazon ECR's push actions. */
const PUSH = [
  'the push refers to repository',
  'failed to push',
  'push access denied',
  'push failed',
  'cannot push',
  'unable to push',
  'pushing image',
  'error pushing',
  'docker push',
  'podman push',
  '/blobs/uploads',
  ': pushed',
  'ecr:InitiateLayerUpload',
  'ecr:UploadLayerPart',
  'ecr:CompleteLayerUpload',
  'ecr:PutImage',
  'ecr:BatchCheckLayerAvailability on resource',
  'POST request to http',
  'PUT request to http',
  'pushing to registry',
  'unable to upload artifact',
];

/** Wordings of a login. Source: docker/cli, cli/command/registry. */
const LOGIN = [
  'login attempt to',
  'error saving credentials',
  'cannot perform an interactive login',
  'error logging in',
  'login did not succeed',
  'logging in to',
  'error storing credentials',
];

/** Commands of a login. They fail in the words of a pull, and they are also the advice that follows a pull that failed. */
const LOGIN_COMMANDS = ['docker login -', 'docker login 1', 'get-login-password |', 'get-login-password --'];

/** Words for pushing and for pulling, for people who tell of a failure in their own. In a name they say nothing. */
const PUSHING = /(?<![\w/.:-])push(?:es|ed|ing)?(?![\w/-])|プッシュ|푸시|推送/i;
const PULLING = /(?<![\w/.:-])pull(?:s|ed|ing)?(?![\w/-])|プル|拉取/i;

/** Wordings of somebody who explains, warns or asks. With nothing concrete beside them, nothing happened. */
const TALK = [
  'will yield',
  'will fail with',
  'would fail with',
  'will result in',
  '会导致',
  '會導致',
  'will see',
  'see errors like',
  'get errors like',
  'may see',
  'might see',
  'could see',
  'may get',
  'might get',
  'may encounter',
  'might encounter',
  'can encounter',
  'may fail with',
  'can fail with',
  'may occur',
  'errors including',
  'errors such as',
  'if you see',
  'if you get',
  'if you encounter',
  'how do i',
  'how do we',
  'what does',
  'what is the difference',
  'usually means',
  'typically means',
  'most commonly received when',
  'what is the most likely',
];

/** Whether a text is about a push or a login, which fail in the words of a pull. */
export function isPushOrLogin(message: MessageText): boolean {
  return saysAny(message, PUSH) || saysAny(message, LOGIN);
}

/** Whether a text that could as well be about a pull leans towards a push or a login. */
export function leansToPushOrLogin(message: MessageText): boolean {
  return saysAny(message, LOGIN_COMMANDS) || (PUSHING.test(message.flat) && !PULLING.test(message.flat));
}

/** Reasons why a task of ECS stops: a task stops for one, a guide lists them. */
const STOP_REASONS = [
  'CannotPullContainerError',
  'ResourceInitializationError',
  'OutOfMemory',
  'Essential container',
  'health check',
  'CannotStartContainerError',
];
const FEWEST_OF_A_LIST = 3;
const FEWEST_EXPLAINED = 2;

/** Whether a text explains, warns or asks, rather than reports. */
export function isTalk(message: MessageText): boolean {
  return (
    saysAny(message, TALK) ||
    STOP_REASONS.filter((reason) => says(message, reason)).length >= FEWEST_OF_A_LIST ||
    (message.flat.match(EXPLAINED) ?? []).length >= FEWEST_EXPLAINED
  );
}

/** An entry of a list that says what an error means: the error as code, and its explanation behind a dash or in a cell. */
const EXPLAINED = /^ ?[*_]{0,2}`[^`\n]{3,200}`[*_]{0,2} ?(?:[-\u2013\u2014:\uff1a\u2192|]|->) ?[^\s`]/gm;
