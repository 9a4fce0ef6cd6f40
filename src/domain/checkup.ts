import type { AccountId, Action, Arn, Region } from './aws.ts';
import type { PolicyStatement } from './policy-statement.ts';

/** What ecr-why may do in the accounts of ecr-why.yml, tried out. */
export interface Checkup {
  readonly version: 1;
  /** Who we are before we take on any role; `null` when AWS did not tell, and then nothing else was tried. */
  readonly self: Arn | null;
  /** The error that AWS, or the search for credentials, gave instead of telling; `null` when it told. */
  readonly obstacle: string | null;
  readonly accounts: readonly AccountCheckup[];
}

export interface AccountCheckup {
  readonly account: AccountId;
  readonly name: string;
  readonly regions: readonly Region[];
  /** The role that reads; our own identity where none is configured. `null` where we have neither. */
  readonly reader: Arn | null;
  readonly fixRole: Arn | null;
  /** Actions that AWS let us do wherever they were tried. */
  readonly allowed: readonly Action[];
  readonly notTried: readonly NotTried[];
  readonly troubles: readonly Trouble[];
  readonly additions: readonly Addition[];
}

/** No harmless call tells whether it is allowed: neither fine nor missing. */
export interface NotTried {
  readonly action: Action;
  readonly because: string;
}

/** Something that should be otherwise, or of which AWS told neither yes nor no. */
export interface Trouble {
  readonly kind: TroubleKind;
  /** `null`: it is so in every Region. */
  readonly region: Region | null;
  readonly role: Arn | null;
  readonly action: Action | null;
  /** What was found in place of what should be: the name of an error, an account id. */
  readonly found: string | null;
}

export type TroubleKind =
  /** ecr-why.yml gives this account no reading role, and our own identity lives elsewhere. */
  | 'no-reading-role'
  /** The role does not let us in; `action` is what AWS refused. */
  | 'role-shut'
  /** The role lets us in without the external id that ecr-why.yml names: it would let others in as well. */
  | 'external-id-not-asked'
  /** The role is one of another account; `found` says of which. */
  | 'wrong-account'
  /** The reader may not do this. */
  | 'denied'
  /** AWS said neither yes nor no. */
  | 'no-answer';

/** What mends troubles: statements for the policies of a role, or for its trust policy. */
export interface Addition {
  readonly to: 'policy' | 'trust';
  readonly of: Arn;
  readonly statements: readonly PolicyStatement[];
}
