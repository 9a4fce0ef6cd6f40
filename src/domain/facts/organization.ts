import type { AccountId } from '../aws.ts';
import type { Gap } from '../evidence.ts';
import type { PolicyText } from './registry.ts';

/** The policies of organizations that bind a pull, as far as an account of ecr-why.yml may read them. */
export interface ControlPolicies {
  /** Service control policies over the account of those who pull. */
  readonly service: Controls;
  /** Resource control policies over the account of the registry. */
  readonly resource: Controls;
}

/** `not-asked`: no configured account may read the organization of that account, which leaves nothing open. */
export type Controls = ReadControls | UnreadControls | 'not-asked';

export interface ReadControls {
  readonly account: AccountId;
  /** From the root of the organization to the account; `null`: it uses no such policies, or they do not bind this account. */
  readonly levels: readonly OrganizationLevel[] | null;
}

/** They were to be read, and could not be. */
export interface UnreadControls {
  readonly account: AccountId;
  readonly gap: Gap;
}

export interface OrganizationLevel {
  /** `root r-ab12`, `organizational unit ou-ab12-34567890`, `account 111122223333`. */
  readonly target: string;
  readonly policies: readonly PolicyText[];
}
