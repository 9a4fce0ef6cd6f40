import type { DecisionLayer } from './access-decision.ts';
import type { AccessRequest, RequestPrincipal } from './access-request.ts';
import { hasRepositoryPolicy, registryGoverns } from './ecr-scope.ts';
import { UNREAD_LAYER, askDocuments, askLevels, type LayerAnswer } from './layer-answer.ts';
import type { NamedDocument, PolicySet, RegistryPolicy } from './policy-set.ts';
import { contextOf } from './request-context.ts';
import type { PrincipalRule, Subject } from './statement-match.ts';
import { NO, UNKNOWN, YES, type Answer } from './truth.ts';

/** What each layer says; `null` where the layer has no say in this request. */
export type LayerAnswers = Readonly<Record<DecisionLayer, LayerAnswer | null>>;

/**
 * Asks every layer about a request, none about another. Service control policies bind principals of the organization's
 * accounts and no service-linked role; resource control policies bind everybody but service-linked roles; an AWS
 * service that calls for itself has no policies of its own. Sources: AWS Organizations User Guide, "SCPs" and "RCPs".
 */
export function askLayers(request: AccessRequest, policies: PolicySet): LayerAnswers {
  const { principal, action } = request;
  const subject: Subject = {
    request,
    context: contextOf(request),
    hasBoundary: principal.kind === 'service' ? NO : presence(policies.permissionsBoundary),
  };
  const ask = (documents: readonly NamedDocument[] | null | 'unknown', rule: PrincipalRule): LayerAnswer | null =>
    documents === null ? null : documents === 'unknown' ? UNREAD_LAYER : askDocuments(documents, rule, subject);
  const askOwn = (documents: readonly NamedDocument[] | null | 'unknown'): LayerAnswer | null =>
    hasOwnPolicies(principal) ? ask(documents, 'ignored') : null;
  const askControls = (levels: PolicySet['serviceControl'], rule: PrincipalRule): LayerAnswer | null =>
    levels === null ? null : levels === 'unknown' ? UNREAD_LAYER : askLevels(levels, rule, subject);

  return {
    'service control': isBoundByServiceControl(principal) ? askControls(policies.serviceControl, 'ignored') : null,
    'resource control': isServiceLinked(principal) ? null : askControls(policies.resourceControl, 'optional'),
    'identity-based': askOwn(policies.identity),
    'permissions boundary': askOwn(listed(policies.permissionsBoundary)),
    session: askOwn(policies.session),
    'resource-based': hasRepositoryPolicy(action) ? ask(listed(policies.resource), 'required') : null,
    registry: askRegistry(policies.registry, action, (policy) => askDocuments([policy], 'required', subject)),
    'VPC endpoint': ask(listed(policies.endpoint), 'optional'),
  };
}

function listed(policy: NamedDocument | null | 'unknown'): readonly NamedDocument[] | null | 'unknown' {
  return policy === null || policy === 'unknown' ? policy : [policy];
}

function presence(policy: NamedDocument | null | 'unknown'): Answer {
  if (policy === 'unknown') return UNKNOWN;
  return policy === null ? NO : YES;
}

/** The root user of an account needs no identity policy, and cannot have one. */
function hasOwnPolicies(principal: RequestPrincipal): boolean {
  return principal.kind !== 'service' && principal.kind !== 'root';
}

function isBoundByServiceControl(principal: RequestPrincipal): boolean {
  return principal.kind !== 'service' && !isServiceLinked(principal);
}

function isServiceLinked(principal: RequestPrincipal): boolean {
  if (principal.kind === 'service') return false;
  return (principal.roleArn ?? principal.arn).includes(':role/aws-service-role/');
}

function askRegistry(
  registry: RegistryPolicy | null | 'unknown',
  action: string,
  askPolicy: (policy: NamedDocument) => LayerAnswer,
): LayerAnswer | null {
  if (registry === null) return null;
  if (registry === 'unknown') return registryGoverns('unknown', action) === 'no' ? null : UNREAD_LAYER;
  const governs = registryGoverns(registry.scope, action);
  if (governs === 'no') return null;
  const answer = askPolicy(registry.policy);
  return governs === 'yes' ? answer : weakened(answer);
}

/** What a policy says that may not count. */
function weakened(answer: LayerAnswer): LayerAnswer {
  const { atAll, byRole, directly } = answer.allow;
  return {
    ...answer,
    deny: perhaps(answer.deny),
    allow: { atAll: perhaps(atAll), byRole: perhaps(byRole), directly: perhaps(directly) },
  };
}

function perhaps(said: Answer): Answer {
  return said.truth === 'yes' ? UNKNOWN : said;
}
