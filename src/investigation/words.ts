import type { PullStep } from '../domain/pull-stage.ts';
import { listOf } from '../lib/plural.ts';

export const WOULD_PULL_NOW = 'It would pull now: every check that could explain a failure passes.';

export const UNREAD_POLICIES =
  'I cannot tell: the message says that access was denied, but every policy that I can read allows the pull now. ' +
  'What remains are policies that I did not read (service control, resource control, VPC endpoint, session), or a change since the failure.';

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

/** For a text that no check can see behind. */
export function invisible(quote: string): string {
  return `I cannot tell: the message says \`${quote}\`, and nothing that I read in AWS can show that.`;
}

/** What failed then is right now, and something else is not. */
export function wouldStopAt(summary: string): string {
  return `What the message says is no longer so, but a pull would stop at another place now: ${summary}`;
}

/** What failed then is right now, and the rest was not all seen. */
export function healedBut(unseen: readonly PullStep[]): string {
  const what = listOf(unseen.map((step) => STEP_WORDS[step]));
  return `What the message says is no longer so. Whether it would pull now I cannot tell, because I could not look at ${what}.`;
}

export function nobodyLooked(steps: readonly PullStep[]): string {
  return `I cannot tell: none of my checks could look at ${listOf(steps.map((step) => STEP_WORDS[step]))}.`;
}
