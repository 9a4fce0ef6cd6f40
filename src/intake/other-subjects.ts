import { saysAny, type MessageText } from './message-text.ts';

/** Wordings of a push. It fails in the words of a pull, and is not ours. Source: moby and buildkit; Amazon ECR's push actions. */
const PUSH = [
  'the push refers to repository',
  'failed to push',
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
];

/** Wordings of a login. Source: docker/cli, cli/command/registry. */
const LOGIN = [
  'login attempt to',
  'error saving credentials',
  'cannot perform an interactive login',
  'error logging in',
  'login did not succeed',
  'docker login -',
  'docker login 1',
  'get-login-password |',
  'get-login-password --',
  'logging in to',
  'error storing credentials',
];

/** Wordings of somebody who explains, warns or asks. With nothing concrete beside them, nothing happened. */
const TALK = [
  'will yield',
  'will fail with',
  'would fail with',
  'will see',
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

/** Whether a text explains, warns or asks, rather than reports. */
export function isTalk(message: MessageText): boolean {
  return saysAny(message, TALK);
}
