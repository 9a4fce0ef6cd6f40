import type { AccountId, Action } from '../../domain/aws.ts';

/** One thing that a call wants to do to one resource. */
export interface Wish {
  readonly action: Action;
  readonly resource: string;
  /** The account that the resource belongs to. */
  readonly owner: AccountId;
  /** Policies of the resource itself, when it can have any. */
  readonly resourcePolicies?: readonly (string | null)[];
  /** Condition keys of the service, beside the global ones. */
  readonly context?: Readonly<Record<string, string>>;
}

/** The layer that decided against a wish, and whether it did so with an explicit deny. */
export interface Objection {
  readonly layer:
    | 'service control'
    | 'resource control'
    | 'identity-based'
    | 'resource-based'
    | 'permissions boundary'
    | 'session';
  readonly explicit: boolean;
}
