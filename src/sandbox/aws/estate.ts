import type { AccountId, Action, Arn, Region, Timestamp } from '../../domain/aws.ts';
import type { EcsEstate } from './estate/ecs.ts';
import type { InstanceProfile, ManagedPolicy, Role } from './estate/iam.ts';
import type { Key } from './estate/keys.ts';
import type { OrganizationEstate } from './estate/organization.ts';
import type { NetworkEstate } from './estate/network.ts';
import type { Registry } from './estate/registry.ts';
import type { Secret } from './estate/secrets.ts';
import type { CloudTrailRecord } from './estate/trail.ts';
import type { WorkloadEstate } from './estate/workloads.ts';
import type { HostedZone } from './estate/zones.ts';

export type * from './estate/ecs.ts';
export type * from './estate/iam.ts';
export type * from './estate/keys.ts';
export type * from './estate/network.ts';
export type * from './estate/organization.ts';
export type * from './estate/registry.ts';
export type * from './estate/secrets.ts';
export type * from './estate/trail.ts';
export type * from './estate/workloads.ts';
export type * from './estate/zones.ts';

/**
 * A small AWS estate in memory: plain data, changed in place by the calls that a fix makes.
 * Policies and lifecycle policies are JSON texts, as AWS stores them. Times are ISO 8601 in UTC.
 */
export interface Estate {
  /** The moment in which the estate was built: every other time in it lies before. */
  now: Timestamp;
  /** The identity that the bot has before it assumes any role. */
  self: BotIdentity;
  /** The AWS Organization that all accounts belong to. */
  organization: string;
  /** What the organization attaches to accounts, besides the policy that allows all. */
  serviceControlPolicies: Record<AccountId, string[]>;
  /** What `serviceControlPolicies` leaves out: the organization's policies that can be read. */
  organizationPolicies: OrganizationEstate;
  /** Policies by which the simulator still judges a role: a change reaches it late. */
  simulatorLag: Record<Arn, string[]>;
  accounts: Account[];
  /** The name of the role that reads; `deniedToReader` speaks of it. */
  readerRole: string;
  /** Actions that the reading role of an account is not allowed, whatever its policies say. */
  deniedToReader: Record<AccountId, Action[]>;
  /** Actions that are throttled however often they are tried. */
  throttled: Action[];
}

interface BotIdentity {
  accessKeyId: string;
  secretAccessKey: string;
  role: Arn;
  sessionName: string;
}

export interface Account {
  id: AccountId;
  name: string;
  /** Regions that the account has enabled. Calls to any other are refused. */
  regions: Region[];
  roles: Role[];
  /** Customer managed policies; AWS's own are known to every account. */
  policies: ManagedPolicy[];
  instanceProfiles?: InstanceProfile[];
  registries: Record<Region, Registry>;
  ecs: Record<Region, EcsEstate>;
  /** Workloads outside of ECS; none when it is not given. */
  workloads?: Record<Region, WorkloadEstate>;
  trail: Record<Region, CloudTrailRecord[]>;
  networks: Record<Region, NetworkEstate>;
  /** Private hosted zones, which are in no Region; none when it is not given. */
  hostedZones?: HostedZone[];
  secrets: Record<Region, Secret[]>;
  keys: Record<Region, Key[]>;
}
