import type { ActionAccess, PrincipalAccess } from '../../../domain/access.ts';
import { partitionOfArn } from '../../../domain/arn.ts';
import type { AccountId, Action, Arn } from '../../../domain/aws.ts';
import type { EcrIncident } from '../../../domain/check.ts';
import type { PolicyText, RegistryPolicyText } from '../../../domain/facts/registry.ts';
import { parseJson } from '../../../lib/parse-json.ts';
import {
  type AccessDecision,
  evaluateAccess,
  type NamedDocument,
  NO_POLICIES,
  parsePolicy,
  type PolicySet,
  type RequestPrincipal,
} from '../../../semantics/iam-policy/index.ts';
import { repositoryArn } from '../../../semantics/repository-arn.ts';
import { describeStatement, unknownsOf } from '../../describe-decision.ts';
import { lackOf } from './access-lack.ts';
import { type Asker, isService } from './askers.ts';
import { type Circumstances, NOTHING_KNOWN } from './circumstances.ts';
import { controlLayers } from './controls.ts';
import { tagsOf } from './principal-tags.ts';

/** What a pull needs besides the token. `BatchCheckLayerAvailability` is for pushes (ECR user guide, ECR_on_ECS.html). */
export const PULL_ACTIONS = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'] as const satisfies readonly Action[];

/** May the role get an authorization token? Only its own policies can say so: a repository policy never does. */
export function judgeTokenAccess(
  role: Asker,
  incident: EcrIncident,
  circumstances: Circumstances = NOTHING_KNOWN,
): PrincipalAccess {
  return accessOf(role, [
    decide(role, 'ecr:GetAuthorizationToken', '*', { ...NO_POLICIES, ...ownPolicies(role) }, incident, circumstances),
  ]);
}

/**
 * May the puller read manifests and layers of the repository? Decided by the policies of its role, the repository and the
 * registry; what `'unknown'` stands for could not be read. Organization, endpoint and session policies are not among
 * what we read.
 */
export function judgePullAccess(
  asker: Asker,
  repositoryPolicy: PolicyText | null | 'unknown',
  registryPolicy: RegistryPolicyText | null | 'unknown',
  incident: EcrIncident,
  circumstances: Circumstances = NOTHING_KNOWN,
): PrincipalAccess {
  return judgeRepositoryAccess(PULL_ACTIONS, asker, repositoryPolicy, registryPolicy, incident, circumstances);
}

/** The same about any actions on the repository. */
export function judgeRepositoryAccess(
  actions: readonly Action[],
  asker: Asker,
  repositoryPolicy: PolicyText | null | 'unknown',
  registryPolicy: RegistryPolicyText | null | 'unknown',
  incident: EcrIncident,
  circumstances: Circumstances = NOTHING_KNOWN,
): PrincipalAccess {
  const policies: PolicySet = {
    ...NO_POLICIES,
    ...ownPolicies(asker),
    ...resourcePolicies(repositoryPolicy, registryPolicy),
  };
  const repository = repositoryArn(incident.image.registry, incident.image.repository);
  const access = accessOf(
    asker,
    actions.map((action) => decide(asker, action, repository, policies, incident, circumstances)),
  );
  if (!isService(asker)) return access;
  const { sourceArn, sourceAccount } = asker;
  const isShutOut = actions.some((action) => isAccountShutOut(sourceAccount, action, repository, policies, incident));
  return { ...access, onBehalfOf: { sourceArn, shutOut: isShutOut ? sourceAccount : null } };
}

/** Whoever makes the function must be let in as well, across accounts. (AWS re:Post, "lambda-ecr-image".) */
function isAccountShutOut(
  account: AccountId,
  action: Action,
  arn: Arn,
  policies: PolicySet,
  { image }: EcrIncident,
): boolean {
  if (account === image.registry.account) return false;
  const principal = { kind: 'root', arn: `arn:${partitionOfArn(arn)}:iam::${account}:root`, account } as const;
  const resource = { arn, account: image.registry.account };
  return evaluateAccess({ principal, action, resource, context: {}, absentKeys: [] }, policies).outcome === 'denied';
}

/** The policies of a repository and of its registry, for an evaluation. */
export function resourcePolicies(
  repositoryPolicy: PolicyText | null | 'unknown',
  registryPolicy: RegistryPolicyText | null | 'unknown',
): Pick<PolicySet, 'resource' | 'registry'> {
  return {
    resource: isDocument(repositoryPolicy) ? namedDocument(repositoryPolicy) : repositoryPolicy,
    registry: isDocument(registryPolicy)
      ? { policy: namedDocument(registryPolicy), scope: registryPolicy.scope }
      : registryPolicy,
  };
}

function accessOf(asker: Asker, actions: readonly ActionAccess[]): PrincipalAccess {
  if (isService(asker)) return { principal: asker.principal, exists: true, actions };
  return { principal: asker?.arn ?? null, exists: asker?.exists ?? false, actions };
}

/** An AWS service that asks in its own name has no policies of its own. */
export function ownPolicies(asker: Asker): Pick<PolicySet, 'identity' | 'permissionsBoundary'> {
  if (asker === null || isService(asker)) return { identity: [], permissionsBoundary: null };
  const { policies, permissionsBoundary } = asker;
  return {
    identity: policies.map(namedDocument),
    permissionsBoundary: permissionsBoundary === null ? null : namedDocument(permissionsBoundary),
  };
}

function isDocument<Text extends PolicyText>(policy: Text | null | 'unknown'): policy is Text {
  return policy !== null && policy !== 'unknown';
}

/** A text that is no policy is a policy that we could not read, not one that says nothing. */
export function namedDocument({ name, text }: PolicyText): NamedDocument {
  const parsed = parsePolicy(parseJson(text));
  return { name, text, document: 'document' in parsed ? parsed.document : 'unknown' };
}

function decide(
  asker: Asker,
  action: Action,
  resource: string,
  ownAndResource: PolicySet,
  { image }: EcrIncident,
  circumstances: Circumstances,
): ActionAccess {
  const { account, region } = image.registry;
  const asking = asker === null || isService(asker) ? null : asker.account;
  const policies = { ...ownAndResource, ...controlLayers(circumstances.controls, asking, account, namedDocument) };
  const { principal, known } = asPrincipal(asker);
  const context = { 'aws:RequestedRegion': region, 'aws:SecureTransport': 'true', ...known, ...circumstances.context };
  const { absentKeys } = circumstances;
  const request = { principal, action, resource: { arn: resource, account }, context, absentKeys };
  const decision = evaluateAccess(request, policies);
  const lack = lackOf(decision, policies, request, circumstances.controls);
  return { ...actionAccess(action, resource, decision, policies), ...(lack !== undefined && { lack }) };
}

/** A service says for whom it asks, which is how a policy tells one customer's pulls from another's. */
function asPrincipal(asker: Asker): { principal: RequestPrincipal; known: Readonly<Record<string, string>> } {
  if (!isService(asker)) {
    if (asker === null) return { principal: { kind: 'role', arn: '', account: '' }, known: {} };
    const tags = tagsOf(asker);
    const { arn, account } = asker;
    return { principal: { kind: 'role', arn, account, ...(tags !== undefined && { tags }) }, known: {} };
  }
  const { principal: service, sourceArn, sourceAccount } = asker;
  return {
    principal: { kind: 'service', service },
    known: { 'aws:SourceArn': sourceArn, 'aws:SourceAccount': sourceAccount },
  };
}

/** A decision in the words of the domain. */
export function actionAccess(
  action: Action,
  resource: Arn,
  decision: AccessDecision,
  policies: PolicySet,
): ActionAccess {
  return {
    action,
    resource,
    outcome: decision.outcome,
    layer: decision.decidedBy === 'registry' ? 'resource-based' : decision.decidedBy,
    explicit: decision.explicit,
    statement: decidingStatement(decision),
    unknowns: unknownsOf(decision, policies),
  };
}

function decidingStatement({ layers, decidedBy }: AccessDecision): string | null {
  const statement = layers.find(({ layer }) => layer === decidedBy)?.statement;
  return statement === undefined ? null : describeStatement(statement);
}
