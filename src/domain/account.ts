import type { AccountId, Arn, Region } from './aws.ts';

/** One AWS account that we may look into, as ecr-why.yml describes it. */
export interface ConfiguredAccount {
  readonly id: AccountId;
  /** What people call it: `shop-prod`. */
  readonly name: string;
  /** The Regions that are searched when something is not where it should be. */
  readonly regions: readonly Region[];
  /** The role that reads; `null` when our own identity lives in this account and reads by itself. */
  readonly readRole: Arn | null;
  /** The role that applies approved fixes; `null` when nothing may be changed here. */
  readonly fixRole: Arn | null;
  readonly externalId: string | null;
  /** The id of the AWS organization that the account belongs to: `o-a1b2c3d4e5`. Absent: nobody said. */
  readonly organization?: string;
  /** It is the management account of its organization or a delegated administrator: the organization's policies are read here. */
  readonly readsOrganization?: boolean;
  /** Who may approve a fix in this account: Slack user ids (`U…`, `W…`) and user group ids (`S…`). Empty: nobody. */
  readonly owners: readonly string[];
  /** In production, who asks for a fix may not be the one who approves it. */
  readonly isProduction: boolean;
}
