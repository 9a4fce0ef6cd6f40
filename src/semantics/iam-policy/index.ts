export { DECISION_LAYERS } from './access-decision.ts';
export type { AccessDecision, DecisionLayer, LayerDecision, NearMiss, StatementRef } from './access-decision.ts';
export type {
  AccessRequest,
  IamPrincipal,
  RequestPrincipal,
  RequestResource,
  ServicePrincipal,
} from './access-request.ts';
export type {
  PatternList,
  PolicyCondition,
  PolicyDocument,
  PolicyStatement,
  PrincipalEntry,
  PrincipalList,
} from './document.ts';
export { evaluateAccess } from './evaluate-access.ts';
export { parsePolicy } from './parse-policy.ts';
export type { ParsedPolicy } from './parse-policy.ts';
export { NO_POLICIES } from './policy-set.ts';
export type { ControlLevel, NamedDocument, PolicySet, RegistryPolicy } from './policy-set.ts';
