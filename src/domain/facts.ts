import type { AccessFact, RoleTrust } from './access.ts';
import type { Place } from './aws.ts';
import type {
  CreationTemplate,
  PullThroughValidation,
  RuleElsewhere,
  UpstreamRepository,
  UpstreamSecret,
} from './facts/cache.ts';
import type { ImageCopy, Replication, RepositoryKey } from './facts/copies.ts';
import type { Evidence, Gap } from './evidence.ts';
import type { ImageRemoval, LatePush, Push, Removal, TagMove } from './facts/history.ts';
import type { Incident } from './incident.ts';
import type { ControlPolicies } from './facts/organization.ts';
import type { SidePath, SubnetPaths } from './network-path.ts';
import type { EcsClusters, ImagesInUse, LeavingImage, RegistryScanning } from './facts/prevention.ts';
import type {
  EcsWorkload,
  FrozenImage,
  LastGoodImage,
  PullerNetwork,
  PullerPlatform,
  PullerRole,
  ServiceDeployment,
  ServiceRevision,
} from './facts/puller.ts';
import type { Puller } from './puller.ts';
import type { Simulation, WitnessedAction } from './facts/simulation.ts';
import type { OpenSubnet, SiblingPull, SiblingTask } from './facts/siblings.ts';
import type {
  Image,
  ImagePlatforms,
  IndexChild,
  LifecyclePolicyText,
  LifecycleRemoval,
  MovedTag,
  PolicyText,
  PullThroughRule,
  RegistryPolicyText,
  Repository,
} from './facts/registry.ts';

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
  /** Other configured places that have the wanted image; none when all of them could be asked. */
  readonly imageElsewhere: readonly ImageCopy[];
  /** What the places that have the image say about replicating it to here. */
  readonly replications: readonly Replication[];
  /** The KMS key of the repository; `null` when S3's own keys encrypt it, and when there is no repository. */
  readonly repositoryKey: RepositoryKey | null;
  readonly lifecyclePolicy: LifecyclePolicyText | null;
  /** What was pushed to the repository within CloudTrail's 90 days, the newest first. */
  readonly pushes: readonly Push[];
  /**
   * What took images of the repository, or the repository, away within CloudTrail's 90 days, the newest first; where
   * there is too much to read, back to what took the wanted image.
   */
  readonly removals: readonly Removal[];
  readonly repositoryPolicy: PolicyText | null;
  /** The resource tags of the repository, by key; `null`: there is no repository. */
  readonly repositoryTags: Readonly<Record<string, string>> | null;
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
  /** What the registry scans on push, or all the time. */
  readonly registryScanning: RegistryScanning;
  readonly ecsClusters: EcsClusters;
  /** What tasks of the configured accounts use of the repository. */
  readonly imagesInUse: ImagesInUse;
  /** The service or task that pulls, read from ECS. */
  readonly workload: EcsWorkload;
  /** The revision that the service's current deployment rolls out; `null`: no service of ECS pulls. */
  readonly serviceRevision: ServiceRevision | null;
  /** Every deployment of the service that ECS keeps, the newest first; none where no service of ECS pulls. */
  readonly serviceDeployments: readonly ServiceDeployment[];
  /** The newest image of the repository that the service is known to have run and that is still there; `null`: none is known. */
  readonly lastGoodImage: LastGoodImage | null;
  /** The digest that ECS froze for the wanted image; `null` when it froze none. */
  readonly frozenImage: FrozenImage | null;
  /** What the image was built for; `not-asked` where asking could make a pull-through cache import it. */
  readonly imagePlatforms: ImagePlatforms | 'not-asked' | null;
  /** What fetches the image, with which roles and out of which network. */
  readonly puller: Puller;
  /** The roles that may be the one that pulls, with every policy attached to them; none when no role may ask. */
  readonly pullerRoles: readonly PullerRole[];
  /** What AWS's policy simulator says of the roles that pull; `not-asked`: it could not be asked, which leaves nothing open. */
  readonly simulations: readonly Simulation[] | 'not-asked';
  /** The id of the organization that those who pull belong to; `null`: their account is in none, or no role of an account pulls. */
  readonly organization: string | null;
  readonly controlPolicies: ControlPolicies;
  /** The task role of the workload, which never pulls; `null`: there is none. */
  readonly taskRole: PullerRole | null;
  /** The network around the puller. */
  readonly network: PullerNetwork;
  /** Other tasks of the same workload that pulled within a week, as far as ECS remembers them, the newest first. */
  readonly siblings: readonly SiblingTask[];
  /** Who manages the repository as code, judged by its resource tags: `CloudFormation stack shop`. */
  readonly repositoryManager: string | null;
}

/** What follows from other facts by AWS's own rules, computed once. */
export interface DerivedFacts {
  /** Tags that were overwritten within CloudTrail's 90 days, or may have been. */
  readonly movedTags: readonly MovedTag[];
  /** Tags that were pushed more than once within 90 days, where tags are mutable; `unknown`: CloudTrail could not be read. */
  readonly repushedTags: readonly MovedTag[] | 'unknown';
  /** What took the wanted image away, or put it into the archive, as far as CloudTrail remembers. */
  readonly imageRemoval: ImageRemoval | null;
  /** The same, for whom it is a proof only; `unknown`: CloudTrail could not be read. */
  readonly removalProof: ImageRemoval | 'unknown' | null;
  /** How a tag of the wanted digest came to name another; `no-digest`: the pull asks for a tag alone. */
  readonly tagMove: TagMove | 'no-digest' | null;
  /**
   * What the workload that the incident names pulls in place of an image that is not there: ECS froze it, and it is there.
   * `null` too when the image is there, and when nobody knows what was frozen.
   */
  readonly frozenInstead: FrozenImage | null;
  /** The lifecycle rule that would take an image that has the missing tag; a text when the policy cannot be understood. */
  readonly lifecycleRemoval: LifecycleRemoval | 'unreadable' | null;
  /** `null`: the image was there when the pull failed, is not there now, or nobody says when it failed. */
  readonly latePush: LatePush | null;
  /** The platform that the puller asks an image index for, as the text or its task definition says. */
  readonly pullerPlatform: PullerPlatform;
  /**
   * The image that the puller would take out of the index that it asks for; none when there is no index, or nothing in it
   * for the puller, and several when it is not known which of them.
   */
  readonly indexChildren: readonly IndexChild[];
  /** Images in use that the lifecycle policy is about to remove or archive, the certain and soonest first; `null` without a policy. */
  readonly leavingInUse: readonly LeavingImage[] | 'unreadable' | null;
  /** May AWS assume the roles that pull? None where there is none to assume, or where it was assumed. */
  readonly roleTrust: readonly RoleTrust[];
  /** What the simulator says beside what we read ourselves, action by action. */
  readonly secondWitness: readonly WitnessedAction[] | 'not-asked';
  /** Images that a task definition has ECS log in for with a secret; `null`: no task definition pulls. */
  readonly secretLogins: readonly string[] | null;
  /** May the puller get an authorization token? `null`: an AWS service pulls, which needs none of the customer's. */
  readonly tokenAccess: AccessFact | null;
  /** May the task role do what a pull needs? `null`: there is none, or it is the one that pulls. */
  readonly taskRoleAccess: AccessFact | null;
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
  /** The ways to what a task needs besides its image, out of each subnet. */
  readonly sidePaths: readonly SidePath[];
  /** The newest sibling that pulled from where something is not as it is here; `null`: there is none, or no way is shut. */
  readonly siblingPull: SiblingPull | null;
  /** `null`: no subnet of the workload is shut, or no other one is known to be open. */
  readonly openSubnet: OpenSubnet | null;
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
