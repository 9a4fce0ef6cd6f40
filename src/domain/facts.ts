import type { AccessFact, ActionAccess } from './access.ts';
import type { Place } from './aws.ts';
import type {
  CreationTemplate,
  PullThroughValidation,
  RuleElsewhere,
  UpstreamRepository,
  UpstreamSecret,
} from './cache-facts.ts';
import type { Evidence, Gap } from './evidence.ts';
import type { Push, Removal } from './history-facts.ts';
import type { Incident } from './incident.ts';
import type { SubnetPaths } from './network-path.ts';
import type { EcsWorkload, PullerNetwork, PullerRole } from './puller-facts.ts';
import type {
  Image,
  LifecyclePolicyText,
  LifecycleRemoval,
  MovedTag,
  PolicyText,
  PullThroughRule,
  RegistryPolicyText,
  Repository,
} from './registry-facts.ts';

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
  /** What was pushed to the repository within CloudTrail's 90 days, the newest first. */
  readonly pushes: readonly Push[];
  /** What took images of the repository, or the repository, away within CloudTrail's 90 days, the newest first. */
  readonly removals: readonly Removal[];
  readonly repositoryPolicy: PolicyText | null;
  /** The policy of the whole registry of the image. */
  readonly registryPolicy: RegistryPolicyText | null;
  /** Every pull-through cache rule of the registry of the image. */
  readonly pullThroughRules: readonly PullThroughRule[];
  /** The rule that covers the repository, whether anything is missing or not. */
  readonly pullThroughRule: PullThroughRule | null;
  /** The rule through which ECR would fetch what is missing; `null` too when nothing is missing. */
  readonly importingRule: PullThroughRule | null;
  /** Rules of the same account that would cover the repository, in its other configured Regions. */
  readonly rulesElsewhere: readonly RuleElsewhere[];
  /** `null`: there is nothing to import, or a rule that logs in nowhere. */
  readonly pullThroughValidation: PullThroughValidation | null;
  /** The secret of the importing rule; `null` too when the rule names none that can be looked up in its own place. */
  readonly upstreamSecret: UpstreamSecret | null;
  /** What ECR would give a repository that it has yet to make for this pull. */
  readonly creationTemplate: CreationTemplate | null;
  /** Where the importing rule fetches from, when that is a registry of ECR. */
  readonly upstreamRepository: UpstreamRepository | null;
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
  /** Tags that were overwritten within CloudTrail's 90 days, or may have been. */
  readonly movedTags: readonly MovedTag[];
  /** The lifecycle rule that would take an image that has the missing tag; a text when the policy cannot be understood. */
  readonly lifecycleRemoval: LifecycleRemoval | 'unreadable' | null;
  /** May ECS assume the execution role? `null` when there is none to assume, or when it was assumed. */
  readonly roleTrust: ActionAccess | null;
  /** May the puller get an authorization token? */
  readonly tokenAccess: AccessFact;
  /** May the puller read manifests and layers of this repository? */
  readonly pullAccess: AccessFact;
  /** May the puller have ECR import what is missing? `null`: there is nothing to import. */
  readonly importAccess: AccessFact | null;
  /** May the puller read the repository that ECR would make for it? `null`: it makes none. */
  readonly newRepositoryAccess: AccessFact | null;
  /** May the importing rule's role read the registry of another account? `null`: it reads none. */
  readonly upstreamAccess: AccessFact | null;
  /** The ways to the internet out of each subnet that reaches ECR through an endpoint, where a first pull needs one. */
  readonly upstreamPaths: readonly SubnetPaths[];
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
