import type { NearlyAllows } from '../domain/access-lack.ts';
import { type AccessFact, type ActionAccess, allWhoMayAsk, type PrincipalAccess } from '../domain/access.ts';
import { accountOf } from '../domain/arn.ts';
import type { PolicyStatement } from '../domain/policy-statement.ts';
import type { StatementChange } from '../domain/statement-change.ts';

/**
 * What would have to change for everything that is denied to be allowed, and no more: the missing actions alone, on the
 * one repository alone, for the one role alone. What the role of a service needs beside is for others to say.
 */
export function statementsToChange(access: AccessFact): readonly StatementChange[] {
  const changes = allWhoMayAsk(access).flatMap(changesFor);
  return [...new Map(changes.map((change) => [JSON.stringify(change), change])).values()];
}

function changesFor({ principal, exists, actions }: PrincipalAccess): readonly StatementChange[] {
  const denied = actions.filter(({ outcome, lack }) => outcome === 'denied' && lack !== undefined);
  if (principal === null || !exists || !principal.startsWith('arn:')) return [];
  return [...denied.flatMap(toMend), ...toAdd(principal, denied)];
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

function toAdd(principal: string, denied: readonly ActionAccess[]): readonly StatementChange[] {
  const role = principal.split('/').at(-1) ?? principal;
  const boundary = denied.flatMap(({ lack }) => (lack?.layers[0] === 'permissions boundary' ? lack.documents : []))[0];
  return [
    ...ownStatements('identity-based', denied, `a policy of role \`${role}\` in account ${accountOf(principal)}`),
    ...ownStatements('permissions boundary', denied, `${boundary ?? 'the boundary'}, which bounds role \`${role}\``),
    ...repositoryStatements(principal, denied),
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
function repositoryStatements(principal: string, denied: readonly ActionAccess[]): readonly StatementChange[] {
  const lacking = denied.filter((each) => lacks(each, 'resource-based'));
  const [first] = lacking;
  if (first === undefined) return [];
  const { resource } = first;
  const where = `the policy of repository \`${resource.split(':repository/')[1] ?? ''}\` in account ${accountOf(resource)}`;
  const Action = actionsOn(resource, lacking);
  return [add(where, { Sid: 'AllowPull', Effect: 'Allow', Principal: { AWS: principal }, Action })];
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
