export { DECISION_LAYERS } from './access-decision.ts';
export type { AccessDecision, StatementRef } from './access-decision.ts';
export type { AccessRequest, IamPrincipal, RequestPrincipal } from './access-request.ts';
export type { PolicyCondition, PolicyStatement } from './document.ts';
export { evaluateAccess } from './evaluate-access.ts';
export { LIMITING_LAYERS } from './grant.ts';
export { parsePolicy } from './parse-policy.ts';
export { NO_POLICIES } from './policy-set.ts';
export type { NamedDocument, PolicySet, RegistryPolicy } from './policy-set.ts';
