import type { AccessLack } from './access-lack.ts';
import type { AccountId, Action, Arn } from './aws.ts';

/** Whether the puller may do what a pull needs, as the policies that we could read decide it. */
export interface AccessFact extends PrincipalAccess {
  /** What others may that could be the one that asks in its place: on an instance AWS does not say which role does. */
  readonly others?: readonly PrincipalAccess[];
}

/** Everybody who may be the one that asks. */
export function allWhoMayAsk(access: AccessFact): readonly PrincipalAccess[] {
  return [access, ...(access.others ?? [])];
}

export interface PrincipalAccess {
  /** A role, or the service that asks in its own name; `null`: no role is named, so nobody may ask. */
  readonly principal: Arn | null;
  /** `false`: AWS says that there is no role of this name. */
  readonly exists: boolean;
  /** One entry for each action that the pull needs, in the order of a pull. */
  readonly actions: readonly ActionAccess[];
  /** Of a service that asks in its own name. */
  readonly onBehalfOf?: OnBehalfOf;
}

/** For whom a service asks. */
export interface OnBehalfOf {
  readonly sourceArn: Arn;
  /** The account of the source, where the repository is another's and does not let it in, as it must besides the service. */
  readonly shutOut: AccountId | null;
}

export interface ActionAccess {
  readonly action: Action;
  readonly resource: string;
  readonly outcome: 'allowed' | 'denied' | 'unknown';
  /** The layer that denied, as AWS's own sentence would call it: the first that says no, or whose silence is a no. */
  readonly layer: string | null;
  readonly explicit: boolean;
  /** The statement that decided: `statement 2 (DenyOutsideVpc) of inline policy pull`. */
  readonly statement: string | null;
  /** What we would have to know to be sure, and why we do not: each fills "depends on …". */
  readonly unknowns: readonly string[];
  /** What stands in the way; absent when the action is allowed, and where nobody needs to be told what to change. */
  readonly lack?: AccessLack;
}

/** Whether the service that runs a workload may assume the role that pulls for it. */
export interface RoleTrust extends ActionAccess {
  /** `ecs-tasks.amazonaws.com` */
  readonly service: string;
}
