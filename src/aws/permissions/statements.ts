import type { Action } from '../../domain/aws.ts';
import type { PolicyStatement } from '../../domain/policy-statement.ts';

/** One reason to hold permissions. It becomes one statement. */
export interface Purpose {
  /** Says the purpose to whoever reads the policy; the statement's Sid. */
  readonly sid: string;
  readonly grants: readonly Grant[];
}

/** Actions that serve a purpose, and the narrowest resources on which IAM can grant them. */
interface Grant {
  /** Patterns of ARNs in which `PARTITION` and `ACCOUNT_ID` are still open; `*` where IAM takes nothing narrower. */
  readonly on: readonly string[];
  readonly actions: readonly Action[];
}

/** What to put for `PARTITION` and `ACCOUNT_ID`: `aws` and twelve digits, or another tool's names for them. */
export interface PolicyScope {
  readonly partition: string;
  readonly account: string;
}

/**
 * The statements that allow exactly these actions, one for each purpose that is left.
 * Throws when an action has no purpose: nobody has decided yet how far it may reach.
 */
export function statementsFor(
  purposes: readonly Purpose[],
  actions: readonly Action[],
  scope: PolicyScope,
): readonly PolicyStatement[] {
  const homeless = actions.find(
    (action) => !purposes.some(({ grants }) => grants.some((grant) => grant.actions.includes(action))),
  );
  if (homeless !== undefined) {
    throw new Error(
      `${homeless} is called, but no purpose in src/aws/permissions has it: look up in AWS's service authorization ` +
        'reference which resources it can be narrowed to, and add it there.',
    );
  }
  return purposes.flatMap(({ sid, grants }) => {
    const used = grants.filter((grant) => grant.actions.some((action) => actions.includes(action)));
    if (used.length === 0) return [];
    const wanted = used.flatMap((grant) => grant.actions).filter((action) => actions.includes(action));
    return [{ Sid: sid, Effect: 'Allow', Action: wanted.toSorted(), Resource: resourcesOf(used, scope) }];
  });
}

/** The narrowest resources on which one action can be granted; none where no purpose has it. */
export function resourcesFor(purposes: readonly Purpose[], action: Action, scope: PolicyScope): readonly string[] {
  const grants = purposes.flatMap((purpose) => purpose.grants).filter(({ actions }) => actions.includes(action));
  return arnsOf(grants, scope);
}

function resourcesOf(grants: readonly Grant[], scope: PolicyScope): string | readonly string[] {
  const arns = arnsOf(grants, scope);
  return arns.length === 1 ? (arns[0] ?? '*') : arns;
}

function arnsOf(grants: readonly Grant[], { partition, account }: PolicyScope): readonly string[] {
  const patterns = [...new Set(grants.flatMap(({ on }) => on))];
  return patterns.map((arn) => arn.replace('PARTITION', () => partition).replace('ACCOUNT_ID', () => account));
}
