import type { AccountId, Arn } from '../../../domain/aws.ts';
import { holds, type RequestContext } from './condition.ts';
import { parsePolicy, type Statement } from './statement.ts';
import { matchesWildcard } from './wildcard.ts';

export interface PolicyRequest {
  readonly action: string;
  readonly resource: string;
  readonly principal: Principal;
  readonly context: RequestContext;
}

interface Principal {
  readonly account: AccountId;
  readonly roleArn: Arn;
  readonly sessionArn: Arn;
}

/** `deny` is an explicit one; `silent` means that no statement speaks of the request. */
export type PolicyAnswer = 'allow' | 'allow-for-account' | 'deny' | 'silent';

/** What policies without principals say together: those of a role, a boundary, a session. */
export function evaluateIdentity(texts: readonly string[], request: PolicyRequest): PolicyAnswer {
  return answer(statementsOf(texts).filter((statement) => speaksOf(statement, request)));
}

/**
 * What a policy with principals says: of a repository, a registry, a role's trust. `allow-for-account` means that it
 * names the principal's account alone, which leaves the decision to that account's own policies.
 */
export function evaluateResource(text: string | null, request: PolicyRequest): PolicyAnswer {
  if (text === null) return 'silent';
  const speaking = statementsOf([text]).filter((statement) => speaksOf(statement, request));
  const naming = speaking.filter((statement) => nameOf(request.principal, statement) !== null);
  const isAllowedByName = naming.some((statement) => nameOf(request.principal, statement) === 'role');
  const together = answer(naming);
  return together === 'allow' && !isAllowedByName ? 'allow-for-account' : together;
}

function statementsOf(texts: readonly string[]): readonly Statement[] {
  return texts.flatMap((text) => parsePolicy(text) ?? []);
}

function answer(statements: readonly Statement[]): PolicyAnswer {
  if (statements.some(({ effect }) => effect === 'Deny')) return 'deny';
  return statements.length > 0 ? 'allow' : 'silent';
}

function speaksOf(statement: Statement, request: PolicyRequest): boolean {
  return (
    covers(statement.actions, statement.notActions, request.action.toLowerCase(), (pattern) => pattern.toLowerCase()) &&
    covers(statement.resources, statement.notResources, request.resource) &&
    statement.conditions.every((condition) => holds(condition, request.context))
  );
}

function covers(
  patterns: readonly string[] | null,
  exceptions: readonly string[] | null,
  text: string,
  fold = (pattern: string): string => pattern,
): boolean {
  if (exceptions !== null) return !exceptions.some((pattern) => matchesWildcard(fold(pattern), text));
  // A resource policy without `Resource` speaks of the resource that it is attached to.
  return patterns === null || patterns.some((pattern) => matchesWildcard(fold(pattern), text));
}

/** What a statement calls the principal: its role or session, its account, or nothing at all. */
function nameOf({ account, roleArn, sessionArn }: Principal, statement: Statement): 'role' | 'account' | null {
  const asRole = ['*', roleArn, sessionArn];
  const asAccount = [account, `arn:aws:iam::${account}:root`];
  const { principals, notPrincipals } = statement;
  if (notPrincipals !== null)
    return notPrincipals.some((name) => [...asRole, ...asAccount].includes(name)) ? null : 'role';
  if (principals?.some((name) => asRole.includes(name))) return 'role';
  return principals?.some((name) => asAccount.includes(name)) ? 'account' : null;
}
