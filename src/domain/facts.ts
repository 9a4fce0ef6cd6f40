import type { AccountId, Action, Arn, Place, Region, Timestamp } from './aws.ts';
import type { AccessFact, ActionAccess } from './access.ts';
import type { Incident } from './incident.ts';
import type { NetworkEstate } from './network-estate.ts';
import type { SubnetPaths } from './network-path.ts';

/**
 * What AWS told us, in our own words. `null` means: asked, and AWS said that there is none. A fact that could not be
 * learned is not here at all: it is a `Gap`.
 */
export interface ReadFacts {
  /** The repository in the registry of the image. */
  readonly repository: Repository | null;
  /** Every repository name of that registry. */
  readonly repositoryNames: readonly string[];
  /** Other configured places that have a repository of the same name; none when all of them could be asked. */
  readonly repositoryElsewhere: readonly Place[];
  /** The image that the tag or digest names; archived ones included. */
  readonly image: Image | null;
  /** Every image of the repository, in no order. */
  readonly images: readonly Image[];
  readonly lifecyclePolicy: LifecyclePolicyText | null;
  /** Tags that were overwritten within CloudTrail's 90 days, or may have been. */
  readonly movedTags: readonly MovedTag[];
  readonly repositoryPolicy: PolicyText | null;
  /** The policy of the whole registry of the image. */
  readonly registryPolicy: RegistryPolicyText | null;
  /** The pull-through cache rule that would fetch what is missing; `null` too when nothing is missing. */
  readonly pullThroughRule: PullThroughRule | null;
  /** The service or task that pulls, read from ECS. */
  readonly workload: EcsWorkload;
  /** The role that pulls, with every policy attached to it. */
  readonly pullerRole: PullerRole | null;
  /** The network around the puller. */
  readonly network: PullerNetwork;
  /** Who manages the repository as code, judged by its resource tags: `CloudFormation stack shop`. */
  readonly repositoryManager: string | null;
}

/** What follows from other facts by AWS's own rules, computed once. */
export interface DerivedFacts {
  /** The lifecycle rule that would take an image that has the missing tag; a text when the policy cannot be understood. */
  readonly lifecycleRemoval: LifecycleRemoval | 'unreadable' | null;
  /** May ECS assume the execution role? `null` when there is none to assume, or when it was assumed. */
  readonly roleTrust: ActionAccess | null;
  /** May the puller get an authorization token? */
  readonly tokenAccess: AccessFact;
  /** May the puller read manifests and layers of this repository? */
  readonly pullAccess: AccessFact;
  /** The ways of the pull out of each subnet, the worst first. */
  readonly networkPaths: readonly SubnetPaths[];
}

export interface Facts extends ReadFacts, DerivedFacts {}

export type FactName = keyof Facts;

/**
 * The world as the core sees it: the only way to learn anything. One source serves one investigation and reads each
 * fact once; the incident may gain its image between two questions (when only the workload knows it), nothing else.
 */
export interface FactSource<Name extends FactName = FactName> {
  learn<N extends Name>(name: N, incident: Incident): Promise<Learned<N>>;
}

export type Learned<Name extends FactName> = Known<Name> | Unknown;

export interface Known<Name extends FactName> {
  readonly known: true;
  readonly value: Facts[Name];
  readonly evidence: readonly Evidence[];
}

export interface Unknown {
  readonly known: false;
  readonly gap: Gap;
}

/** One thing that AWS said: which call, where, about what, and when. Each can be repeated by hand. */
export interface Evidence {
  readonly action: Action;
  readonly place: Place;
  readonly subject: string;
  /** What came back, in a few words, with the few fields that matter. */
  readonly observed: string;
  readonly at: Timestamp;
}

/** Why a fact could not be learned. It says something about us, and nothing about the pull. */
export interface Gap {
  readonly fact: FactName;
  readonly reason: GapReason;
  /** The call that we could not make; `null` when we did not know what to ask about. */
  readonly action: Action | null;
  readonly account: AccountId | null;
  readonly region: Region | null;
  /** The role that we used or tried to use. */
  readonly role: Arn | null;
  /** Our own identity, when a role's trust must name it. */
  readonly self: Arn | null;
}

export const GAP_REASONS = [
  /** Our reading role may not make the call. */
  'denied',
  'throttled',
  /** There is more to read than one diagnosis may ask for. */
  'too-much',
  /** The service did not answer, or not in a way that we understand. */
  'unavailable',
  /** We have no identity of our own in AWS, or one that is no longer valid. */
  'no-credentials',
  /** The account is not in ecr-why.yml. */
  'account-not-configured',
  /** The account is configured, but its reading role did not let us in. */
  'role-not-assumable',
  /** Neither the message nor the person says who pulls. */
  'puller-not-named',
  /** Who was denied, as the message says, is a user or a root: only roles are judged. */
  'puller-is-no-role',
  /** Lambda pulls by itself, with no role of the customer's and from none of his networks. */
  'puller-is-a-service',
  /** A node of a Kubernetes cluster pulls, and nobody names its role. */
  'puller-on-node',
  /** The task runs on an instance, whose role and network may be the ones that pull. */
  'puller-on-instance',
  /** Several services use the image and pull it in different ways, or several places have what was named. */
  'several-pullers',
  /** No place that was asked has a cluster or service of the name that was given. */
  'workload-not-found',
  /** What was named is no longer to be seen: a stopped task is forgotten after about an hour. */
  'workload-gone',
  /** The workload is there, but its task definition was deleted. */
  'task-definition-gone',
] as const;
export type GapReason = (typeof GAP_REASONS)[number];

export const TAG_MUTABILITIES = ['MUTABLE', 'IMMUTABLE', 'IMMUTABLE_WITH_EXCLUSION', 'MUTABLE_WITH_EXCLUSION'] as const;
export type TagMutability = (typeof TAG_MUTABILITIES)[number];

export interface Repository extends Place {
  readonly arn: Arn;
  readonly name: string;
  readonly createdAt: Timestamp;
  readonly tagMutability: TagMutability;
  /** Wildcard patterns of the tags that are exempt from `tagMutability`, in AWS's order. */
  readonly exclusionFilters: readonly string[];
}

export interface Image {
  readonly digest: string;
  readonly tags: readonly string[];
  readonly pushedAt: Timestamp;
  readonly status: 'ACTIVE' | 'ARCHIVED' | 'ACTIVATING';
  readonly lastPulledAt?: Timestamp;
  readonly lastActivatedAt?: Timestamp;
  readonly lastArchivedAt?: Timestamp;
}

export interface LifecyclePolicyText {
  readonly text: string;
}

export interface PolicyText {
  /** How a person would name the document: `inline policy pull`, `repository policy`. */
  readonly name: string;
  readonly text: string;
}

export interface RegistryPolicyText extends PolicyText {
  /** What it governs: all of ECR (`V2`), or replication and caching alone (`V1`). */
  readonly scope: 'V1' | 'V2' | 'unknown';
}

/** Every repository of the registry whose name begins so is made and filled by the first pull. */
export interface PullThroughRule {
  /** `docker-hub`; `ROOT` stands for every name that no other rule covers. */
  readonly prefix: string;
  readonly upstream: string;
}

/** What the repository's lifecycle policy does to an image with the wanted tag. */
export interface LifecycleRemoval {
  readonly rulePriority: number;
  readonly description: string | null;
  /** How the rule counts, in words: `older than 14 days`, `more than 10 images`. */
  readonly condition: string;
  /** The rule matches every tag, or only tags of some pattern. */
  readonly selects: string;
}

export interface MovedTag {
  readonly tag: string;
  /** More than one: it was overwritten. One: it may have been, if it is older than what CloudTrail remembers. */
  readonly pushes: number;
  readonly lastPushedAt: Timestamp;
}

export interface EcsWorkload extends Place {
  readonly cluster: string;
  readonly service: string | null;
  readonly taskDefinition: Arn;
  readonly launchType: 'FARGATE' | 'EC2' | 'EXTERNAL' | 'MANAGED_INSTANCES' | 'unknown';
  readonly executionRole: Arn | null;
  /** Image references as the task definition writes them, in its order. */
  readonly images: readonly string[];
  /** The one that could not be pulled, when we looked at a task and it says so. */
  readonly failedImage: string | null;
  /** `null` when the task has no network of its own: `bridge` and `host` use the instance's. */
  readonly network: EcsNetwork | null;
  /** `1.4.0`, `LATEST`; `null` outside of Fargate. */
  readonly platformVersion: string | null;
  readonly os: 'linux' | 'windows' | 'unknown';
}

/** Where ECS puts the interfaces of a service's tasks, or where it put this task's. */
export interface EcsNetwork {
  readonly subnets: readonly string[];
  readonly securityGroups: readonly string[];
  readonly assignPublicIp: boolean;
  /** The task's interface, when we looked at a task. */
  readonly networkInterface: string | null;
}

export interface PullerNetwork {
  /** One for each subnet that the puller may start in. */
  readonly estates: readonly NetworkEstate[];
  /** Why parts of them are `unknown`; none when everything could be read. */
  readonly gaps: readonly Gap[];
}

export interface PullerRole {
  readonly arn: Arn;
  readonly account: AccountId;
  /** How we know that this role pulls. */
  readonly source: 'execution-role' | 'named-by-message' | 'named-by-person';
  /** `false`: AWS says that there is no role of this name. */
  readonly exists: boolean;
  readonly trustPolicy: string | null;
  readonly policies: readonly PolicyText[];
  readonly permissionsBoundary: PolicyText | null;
}
