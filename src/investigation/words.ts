import { CONTROL_LAYERS, type ControlLayer } from '../domain/control-layer.ts';
import type { Denial, PolicyLayer } from '../domain/incident.ts';
import type { PullStep } from '../domain/pull-stage.ts';
import { listOf } from '../lib/plural.ts';

export const WOULD_PULL_NOW = 'It would pull now: every check that could explain a failure passes.';

/** The image would come, and then the task would have nothing to log to, or no secret. */
export function wouldPullBut(summary: string): string {
  return `It would pull now, but the task would stop all the same: ${summary}`;
}

const READ_ALLOW =
  'I cannot tell: the message says that access was denied, but every policy that I can read allows it now.';

/** What IAM's sentence says of a layer that cannot be read, or can be read and allows the pull now. */
const LAYER_WORDS: Readonly<Record<PolicyLayer, string>> = {
  'identity-based':
    'It names a policy of the role, and those allow it now: they have changed since, or it was another session’s doing.',
  'resource-based':
    'It names a policy of the repository or the registry, and those allow it now: they have changed since.',
  'permissions boundary': 'It names the role’s permissions boundary, which allows it now: it has changed since.',
  session:
    'It names a session policy: whoever assumed the role passed one along that leaves this out. AWS shows session policies to nobody, so look at the code or the tool that assumes the role.',
  'service control':
    'It names a service control policy: an organization’s rule over the account of the role. Only who runs the organization can read and change it.',
  'resource control':
    'It names a resource control policy: an organization’s rule over the account of the registry. Only who runs that organization can read and change it.',
  'VPC endpoint':
    'It names the policy of a VPC endpoint, and those that I could read on the way allow it now: another endpoint carried the request, or it has changed since.',
  'role trust': 'It names the trust policy of a role, which is about assuming that role and not about ECR.',
};

/** The same of an organization's layer that could be read. */
const READ_CONTROL_WORDS: Readonly<Record<ControlLayer, string>> = {
  'service control':
    'It names a service control policy, and those over the account of the role allow it now: they have changed since.',
  'resource control':
    'It names a resource control policy, and those over the account of the registry allow it now: they have changed since.',
};

/**
 * Everything that was read allows what the message says was denied.
 * @param read the layers of organizations that were read too
 */
export function unreadPolicies(denial: Denial | null, read: ReadonlySet<ControlLayer> = new Set()): string {
  const layer = denial?.layer ?? null;
  return `${READ_ALLOW} ${layer === null ? whatRemains(read) : layerWords(layer, read)}`;
}

function layerWords(layer: PolicyLayer, read: ReadonlySet<ControlLayer>): string {
  const isControl = layer === 'service control' || layer === 'resource control';
  return isControl && read.has(layer) ? READ_CONTROL_WORDS[layer] : LAYER_WORDS[layer];
}

function whatRemains(read: ReadonlySet<ControlLayer>): string {
  const controls = CONTROL_LAYERS.filter((layer) => !read.has(layer));
  const unread = [...controls, 'VPC endpoint', 'session'].join(', ');
  return `What remains are policies that I did not read (${unread}), or a change since the failure.`;
}

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
