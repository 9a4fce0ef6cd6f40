import type { NearlyAllows } from '../domain/access-lack.ts';
import {
  type AccessFact,
  type ActionAccess,
  allWhoMayAsk,
  type OnBehalfOf,
  type PrincipalAccess,
} from '../domain/access.ts';
import { accountOf, partitionOfArn } from '../domain/arn.ts';
import type { PolicyStatement } from '../domain/policy-statement.ts';
import type { StatementChange } from '../domain/statement-change.ts';

/**
 * What would have to change for everything that is denied to be allowed, and no more: the missing actions alone, on the
 * one repository alone, for the one role alone. What the role of a service needs beside is for others to say.
 * @param repositoryPolicy where the policy of the repository is kept, when it has none of its own yet
 */
export function statementsToChange(access: AccessFact, repositoryPolicy?: string): readonly StatementChange[] {
  const changes = allWhoMayAsk(access).flatMap((each) => changesFor(each, repositoryPolicy));
  return [...new Map(changes.map((change) => [JSON.stringify(change), change])).values()];
}

function changesFor(
  { principal, exists, actions, onBehalfOf }: PrincipalAccess,
  repositoryPolicy: string | undefined,
): readonly StatementChange[] {
  if (principal === null || !exists) return [];
  const denied = actions.filter(({ outcome }) => outcome === 'denied');
  const own = onBehalfOf === undefined ? toAddToOwn(principal, denied) : [];
  const grants = onBehalfOf === undefined ? grantsToRole(principal) : grantsToService(principal, onBehalfOf);
  return [...denied.flatMap(toMend), ...own, ...repositoryStatements(denied, grants, repositoryPolicy)];
}

/** A denial, and what was meant to allow: a guard that does not hold is to be mended, not to be walked around. */
function toMend({ lack }: ActionAccess): readonly StatementChange[] {
  const meant = lack?.nearly.filter(isGuarded) ?? [];
  const denying = lack?.denial ?? null;
  return [...(denying === null ? [] : [denying]), ...meant].map(({ name: where, json: statement }) => ({
    kind: 'mend',
    where,
    statement,
  }));
}

function toAddToOwn(principal: string, denied: readonly ActionAccess[]): readonly StatementChange[] {
  const role = principal.split('/').at(-1) ?? principal;
  const boundary = policyOf('permissions boundary', denied);
  return [
    ...ownStatements('service control', denied, levelToChange(denied)),
    ...ownStatements('identity-based', denied, `a policy of role \`${role}\` in account ${accountOf(principal)}`),
    ...ownStatements('permissions boundary', denied, `${boundary ?? 'the boundary'}, which bounds role \`${role}\``),
  ];
}

/** An own list of what is allowed, where the level has one. In an `Allow` it may name resources. (Organizations user guide, "SCP syntax".) */
function levelToChange(denied: readonly ActionAccess[]): string {
  const level = denied.find((each) => each.lack?.layers.includes('service control'))?.lack?.level;
  return (
    policyOf('service control', denied) ?? `a service control policy on ${level ?? 'each level of the organization'}`
  );
}

/** The first policy of a layer that says no, by its name. */
function policyOf(layer: string, denied: readonly ActionAccess[]): string | undefined {
  return denied.flatMap(({ lack }) => lack?.documents ?? []).find((policy) => policy.layer === layer)?.name;
}

type RepositoryGrant = Pick<PolicyStatement, 'Sid' | 'Principal' | 'Condition'>;

function grantsToRole(principal: string): readonly RepositoryGrant[] {
  return [{ Sid: 'AllowPull', Principal: { AWS: principal } }];
}

/**
 * For all functions of the account alike, as AWS's own statement does. (Lambda developer guide, "Create a function using
 * a container image"; across accounts: AWS Compute Blog, "Introducing cross-account Amazon ECR access for AWS Lambda".)
 */
function grantsToService(Service: string, { sourceArn, shutOut }: OnBehalfOf): readonly RepositoryGrant[] {
  const Condition = { StringLike: { 'aws:SourceArn': sourceArn.replace(/[^:]*$/, '*') } };
  const root = `arn:${partitionOfArn(sourceArn)}:iam::${shutOut ?? ''}:root`;
  return [
    { Sid: 'AllowServicePull', Principal: { Service }, Condition },
    ...(shutOut === null ? [] : [{ Sid: 'AllowPull', Principal: { AWS: root } }]),
  ];
}

/** Tokens know no resource: the statement about them is one of its own. */
function ownStatements(layer: string, denied: readonly ActionAccess[], where: string): readonly StatementChange[] {
  const lacking = denied.filter((each) => lacks(each, layer));
  const statements = [...new Set(lacking.map(({ resource }) => resource))].map((Resource): PolicyStatement => {
    const Action = actionsOn(Resource, lacking);
    return { Sid: Resource === '*' ? 'EcrToken' : 'EcrPull', Effect: 'Allow', Action, Resource };
  });
  return statements.map((statement) => add(where, statement));
}

/** The policy of a repository speaks of that repository, and needs no `Resource`. */
function repositoryStatements(
  denied: readonly ActionAccess[],
  grants: readonly RepositoryGrant[],
  policy: string | undefined,
): readonly StatementChange[] {
  const lacking = denied.filter((each) => lacks(each, 'resource-based'));
  const [first] = lacking;
  if (first === undefined) return [];
  const { resource } = first;
  const name = resource.split(':repository/')[1] ?? '';
  const where = policy ?? `the policy of repository \`${name}\` in account ${accountOf(resource)}`;
  const Action = actionsOn(resource, lacking);
  return grants.map(({ Sid, Principal, Condition }) =>
    add(where, {
      Sid,
      Effect: 'Allow',
      ...(Principal !== undefined && { Principal }),
      Action,
      ...(Condition !== undefined && { Condition }),
    }),
  );
}

function add(where: string, statement: PolicyStatement): StatementChange {
  return { kind: 'add', where, statement: JSON.stringify(statement) };
}

/** Whether nothing in the layer allows the action, nor was meant to under a condition that does not hold. */
function lacks({ lack, layer: denying, explicit }: ActionAccess, layer: string): boolean {
  if (lack === undefined || !lack.layers.includes(layer)) return false;
  if (explicit && denying === layer) return false;
  return !lack.nearly.some((each) => each.layer === layer && isGuarded(each));
}

function isGuarded({ fails }: NearlyAllows): boolean {
  return fails.every((part) => part === 'condition');
}

function actionsOn(resource: string, denied: readonly ActionAccess[]): PolicyStatement['Action'] {
  const actions = denied.filter((each) => each.resource === resource).map(({ action }) => action);
  return actions.length === 1 ? (actions[0] ?? []) : actions;
}
