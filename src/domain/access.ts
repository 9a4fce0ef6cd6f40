import type { Action, Arn } from './aws.ts';

/** Whether a principal may do what a pull needs, as the policies that we could read decide it. */
export interface AccessFact {
  /** `null`: the task definition names no execution role, so nobody could be asked. */
  readonly principal: Arn | null;
  /** `false`: AWS says that there is no role of this name. */
  readonly exists: boolean;
  /** One entry for each action that the pull needs, in the order of a pull. */
  readonly actions: readonly ActionAccess[];
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
}
