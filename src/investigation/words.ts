import type { PullStep } from '../domain/pull-stage.ts';
import { listOf } from '../lib/plural.ts';

export const WOULD_PULL_NOW = 'It would pull now: every check that could explain a failure passes.';

export const UNREAD_POLICIES =
  'I cannot tell: the message says that access was denied, but every policy that I can read allows the pull now. ' +
  'What remains are policies that I did not read (service control, resource control, VPC endpoint, session), or a change since the failure.';

export const NOT_ECR = 'This image is not in a private Amazon ECR registry, so I can only say what the message says.';
export const NO_IMAGE = 'Neither the message nor its workload names an image, so I can only say what the message says.';

/** What a person would call each step of a pull. */
const STEP_WORDS: Readonly<Record<PullStep, string>> = {
  path: 'the network path to the registry',
  permission: 'the permissions of the puller',
  object: 'the repository and the image',
};

export function cannotTell(count: number): string {
  if (count === 1) return 'I cannot tell yet: one thing could not be checked, and it could be the cause.';
  return `I cannot tell yet: ${count} things could not be checked, and any of them could be the cause.`;
}

export function nobodyLooked(steps: readonly PullStep[]): string {
  return `I cannot tell: none of my checks could look at ${listOf(steps.map((step) => STEP_WORDS[step]))}.`;
}
