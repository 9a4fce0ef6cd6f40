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

/** Where charts, policies and other files of a registry are fetched as artifacts: no image and no container waits for them. */
const ARTIFACTS = ['oci://', 'helm registry login'];

/** A warning of docker beside an image that arrived. Source: moby, daemon/images. */
const WARNING = 'WARNING: image with reference';

/** Whether a text is about something else that speaks of a registry: other artifacts, or an image that did arrive. */
export function isOtherArtifact(message: MessageText): boolean {
  return saysAny(message, ARTIFACTS) || says(message, WARNING);
}

/** Whether a text is about a push or a login, which fail in the words of a pull. */
export function isPushOrLogin(message: MessageText): boolean {
  return saysAny(message, PUSH) || saysAny(message, LOGIN);
}

/** Whether a text that could as well be about a pull leans towards a push or a login. */
export function leansToPushOrLogin(message: MessageText): boolean {
  return saysAny(message, LOGIN_COMMANDS) || (PUSHING.test(message.flat) && !PULLING.test(message.flat));
}
