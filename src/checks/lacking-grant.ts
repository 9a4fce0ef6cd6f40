import type { LackingPolicy, NearlyAllows } from '../domain/access-lack.ts';
import { type AccessFact, type ActionAccess, allWhoMayAsk } from '../domain/access.ts';
import type { EcrIncident, Evaluation, Meaning } from '../domain/check.ts';
import { accountOf } from '../domain/arn.ts';
import type { FindingData } from '../domain/finding.ts';
import type { Platform } from '../domain/incident.ts';
import { listOf } from '../lib/plural.ts';
import { conditionWords } from './condition-words.ts';

const DENIED = '`{{principal}}` may not {{action}} on {{resource}}:';

/** Why a right of the puller's own is missing. */
export const OWN_GRANT_ANSWERS = {
  'other-resource': { verdict: 'fail', says: `${DENIED} {{statement}} allows it on {{resources}} only.` },
  'condition-fails': { verdict: 'fail', says: `${DENIED} {{statement}} would allow it, but {{condition}}.` },
  'boundary-denies': {
    verdict: 'fail',
    says: `${DENIED} its permissions boundary ({{documents}}) does not allow it, whatever its policies say.`,
  },
  'level-denies': {
    verdict: 'fail',
    says: `${DENIED} no {{layer}} policy on {{level}} allows it, and every level of the organization must.`,
  },
  'no-policy': { verdict: 'fail', says: `${DENIED} none of its policies allows it. AWS’s own {{managed}} would.` },
} as const satisfies Readonly<Record<string, Meaning>>;

/** Why a pull is not granted, where the repository has a say as well. */
export const GRANT_ANSWERS = {
  ...OWN_GRANT_ANSWERS,
  'incomplete-policy': { verdict: 'fail', says: `${DENIED} its policies allow {{allowed}}, and leave this out.` },
  'consumer-side': {
    verdict: 'fail',
    says: `${DENIED} the repository lets it in, but none of its own policies allows it, and across accounts both must.`,
  },
  'both-sides': {
    verdict: 'fail',
    says: `${DENIED} neither its own policies nor the repository’s allow it, and across accounts both must.`,
  },
  'no-repository-policy': {
    verdict: 'fail',
    says: `${DENIED} the repository has no policy, and only that could let {{whom}} in.`,
  },
  'deleted-role': {
    verdict: 'fail',
    says: `${DENIED} {{statement}} names \`{{former}}\`, the id of a role or user that was deleted. One that is made again under its name has another id.`,
  },
  'action-not-granted': { verdict: 'fail', says: `${DENIED} no statement of the {{documents}} allows it to anybody.` },
  'not-named': { verdict: 'fail', says: `${DENIED} no statement of the {{documents}} names {{whom}}.` },
} as const satisfies Readonly<Record<string, Meaning>>;

type OwnGrantAnswer = keyof typeof OWN_GRANT_ANSWERS;
type GrantAnswer = keyof typeof GRANT_ANSWERS;

/** AWS keeps a deleted principal of a policy by its unique id, which begins so. (IAM user guide, "Unique identifiers".) */
const FORMER_PRINCIPAL = /^(?:AROA|AIDA)[A-Z0-9]+$/;

/** The layers of an organization. */
const CONTROLS: ReadonlySet<string> = new Set(['service control', 'resource control']);

/** A denial for want of a grant, told as exactly as the role's own policies show it. */
export function ownGrantAnswer(
  access: AccessFact,
  denied: Evaluation<string>,
  { platform }: EcrIncident,
): Evaluation<OwnGrantAnswer> | null {
  const lacking = lackingAction(access, denied);
  if (lacking?.lack === undefined) return null;
  const { layers, documents, level } = lacking.lack;
  const data: FindingData = {
    ...denied.data,
    documents: listOf(namesOf(documents, layers[0])),
    managed: managedPolicies(platform),
  };
  if (layers[0] === 'permissions boundary') return { answer: 'boundary-denies', data };
  if (level !== undefined && CONTROLS.has(layers[0] ?? '')) {
    return nearlyGranted(lacking, layers[0] ?? '', data) ?? { answer: 'level-denies', data: { ...data, level } };
  }
  if (layers[0] !== 'identity-based') return null;
  return nearlyGranted(lacking, 'identity-based', data) ?? { answer: 'no-policy', data };
}

/** The same of a pull: which side does not grant it, and why. */
export function grantAnswer(
  access: AccessFact,
  denied: Evaluation<string>,
  incident: EcrIncident,
): Evaluation<GrantAnswer> | null {
  const own = ownGrantAnswer(access, denied, incident);
  const lacking = lackingAction(access, denied);
  if (lacking?.lack === undefined) return own;
  if (own !== null && own.answer !== 'no-policy') return own;
  if (own === null) return lacking.lack.layers[0] === 'resource-based' ? repositoryLacks(lacking, denied) : null;
  const { data = {} } = own;
  if (lacking.lack.layers.includes('resource-based')) return { answer: 'both-sides', data };
  const allowed = allowedByIdentity(access);
  if (allowed.length > 0) return { answer: 'incomplete-policy', data: { ...data, allowed: listOf(allowed) } };
  const isAcross = accountOf(data['principal'] ?? '') !== accountOf(data['resource'] ?? '');
  return isAcross ? { answer: 'consumer-side', data } : own;
}

function namesOf(documents: readonly LackingPolicy[], layer: string | undefined): readonly string[] {
  return documents.filter((each) => each.layer === layer).map(({ name }) => name);
}

function repositoryLacks(lacking: ActionAccess, denied: Evaluation<string>): Evaluation<GrantAnswer> | null {
  const documents = namesOf(lacking.lack?.documents ?? [], 'resource-based');
  const nearly = lacking.lack?.nearly ?? [];
  const data: FindingData = {
    ...denied.data,
    documents: listOf(documents),
    whom: whom(denied.data?.['principal'] ?? ''),
  };
  if (documents.length === 0) return { answer: 'no-repository-policy', data };
  const reason = nearlyGranted(lacking, 'resource-based', data);
  if (reason !== null) return reason;
  for (const { name: statement, principals } of nearly) {
    const former = principals.find((principal) => FORMER_PRINCIPAL.test(principal));
    if (former !== undefined) return { answer: 'deleted-role', data: { ...data, statement, former } };
  }
  return { answer: nearly.length === 0 ? 'action-not-granted' : 'not-named', data };
}

/** A statement that fails on its resource or on a condition alone is the one that was meant to allow. */
function nearlyGranted(
  { lack }: ActionAccess,
  layer: string,
  data: FindingData,
): Evaluation<'other-resource' | 'condition-fails'> | null {
  const meant = lack?.nearly.find((each) => each.layer === layer && !each.fails.includes('principal'));
  if (meant === undefined) return null;
  const { name: statement, resources } = meant;
  if (meant.fails.includes('resource')) {
    return { answer: 'other-resource', data: { ...data, statement, resources: listOf(resources) } };
  }
  return { answer: 'condition-fails', data: { ...data, statement, condition: conditionOf(meant) } };
}

function conditionOf({ conditions }: NearlyAllows): string {
  return listOf(conditions.map(conditionWords));
}

/** The denied action that the answer is about. */
function lackingAction(access: AccessFact, { data }: Evaluation<string>): ActionAccess | undefined {
  return allWhoMayAsk(access)
    .flatMap(({ actions }) => actions)
    .find(({ action, outcome }) => outcome === 'denied' && action === data?.['action']);
}

/** Of the other actions of the pull, what the role's own policies do allow. */
function allowedByIdentity({ actions }: AccessFact): readonly string[] {
  return actions
    .filter(({ outcome, lack }) => outcome === 'allowed' || lack?.layers.includes('identity-based') === false)
    .map(({ action }) => action);
}

function whom(principal: string): string {
  const account = accountOf(principal);
  return account === '' ? `\`${principal}\`` : `the role or account ${account}`;
}

/** What AWS offers for each kind of role that pulls. (ECR user guide, "AWS managed policies".) */
function managedPolicies(platform: Platform): string {
  const forAny = '`AmazonEC2ContainerRegistryPullOnly`';
  const hasExecutionRole = platform === 'ecs' || platform === 'batch' || platform === 'unknown';
  return hasExecutionRole ? `\`AmazonECSTaskExecutionRolePolicy\` (or ${forAny}, for a role of instances)` : forAny;
}
