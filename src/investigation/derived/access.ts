import type { AccessFact, ActionAccess } from '../../domain/access.ts';
import type { Action, Arn } from '../../domain/aws.ts';
import type { EcrIncident } from '../../domain/check.ts';
import type { PullerRole } from '../../domain/puller-facts.ts';
import type { PolicyText, RegistryPolicyText } from '../../domain/registry-facts.ts';
import { parseJson } from '../../lib/parse-json.ts';
import {
  type AccessDecision,
  evaluateAccess,
  type NamedDocument,
  NO_POLICIES,
  parsePolicy,
  type PolicySet,
} from '../../semantics/iam-policy/index.ts';
import { partitionOf } from '../../semantics/partition.ts';
import { describeStatement, unknownsOf } from '../describe-decision.ts';

/** What a pull needs besides the token. `BatchCheckLayerAvailability` is for pushes (ECR user guide, ECR_on_ECS.html). */
export const PULL_ACTIONS = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'] as const satisfies readonly Action[];

/** May the role get an authorization token? Only its own policies can say so: a repository policy never does. */
export function judgeTokenAccess(role: PullerRole | null, incident: EcrIncident): AccessFact {
  return accessOf(role, [
    decide(role, 'ecr:GetAuthorizationToken', '*', { ...NO_POLICIES, ...ownPolicies(role) }, incident),
  ]);
}

/**
 * May the role read manifests and layers of the repository? Decided by the policies of the role, the repository and the
 * registry; what `'unknown'` stands for could not be read. Organization, endpoint and session policies are not among
 * what we read.
 */
export function judgePullAccess(
  role: PullerRole | null,
  repositoryPolicy: PolicyText | null | 'unknown',
  registryPolicy: RegistryPolicyText | null | 'unknown',
  incident: EcrIncident,
): AccessFact {
  const policies: PolicySet = {
    ...NO_POLICIES,
    ...ownPolicies(role),
    resource: isDocument(repositoryPolicy) ? namedDocument(repositoryPolicy) : repositoryPolicy,
    registry: isDocument(registryPolicy)
      ? { policy: namedDocument(registryPolicy), scope: registryPolicy.scope }
      : registryPolicy,
  };
  return accessOf(
    role,
    PULL_ACTIONS.map((action) => decide(role, action, repositoryArn(incident), policies, incident)),
  );
}

function accessOf(role: PullerRole | null, actions: readonly ActionAccess[]): AccessFact {
  return { principal: role?.arn ?? null, exists: role?.exists ?? false, actions };
}

function ownPolicies(role: PullerRole | null): Pick<PolicySet, 'identity' | 'permissionsBoundary'> {
  return {
    identity: (role?.policies ?? []).map(namedDocument),
    permissionsBoundary: role?.permissionsBoundary == null ? null : namedDocument(role.permissionsBoundary),
  };
}

function isDocument<Text extends PolicyText>(policy: Text | null | 'unknown'): policy is Text {
  return policy !== null && policy !== 'unknown';
}

/** A text that is no policy is a policy that we could not read, not one that says nothing. */
export function namedDocument({ name, text }: PolicyText): NamedDocument {
  const parsed = parsePolicy(parseJson(text));
  return { name, document: 'document' in parsed ? parsed.document : 'unknown' };
}

function decide(
  role: PullerRole | null,
  action: Action,
  resource: string,
  policies: PolicySet,
  { image }: EcrIncident,
): ActionAccess {
  const principal = { kind: 'role', arn: role?.arn ?? '', account: role?.account ?? '' } as const;
  const { account, region } = image.registry;
  const context = { 'aws:RequestedRegion': region, 'aws:SecureTransport': 'true' };
  const decision = evaluateAccess(
    { principal, action, resource: { arn: resource, account }, context, absentKeys: [] },
    policies,
  );
  return actionAccess(action, resource, decision, policies);
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

export function repositoryArn({ image }: EcrIncident): string {
  const { account, region } = image.registry;
  return `arn:${partitionOf(region)}:ecr:${region}:${account}:repository/${image.repository}`;
}
