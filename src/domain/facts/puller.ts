import type { AccountId, Action, Arn, Place, Region, Timestamp } from '../aws.ts';
import type { Gap } from '../evidence.ts';
import type { NetworkEstate } from '../network-estate.ts';
import type { SideService } from '../network-path.ts';
import type { PullerArchitecture, PullerOs, RoleSource } from '../puller.ts';
import type { Image, PolicyText } from './registry.ts';

export interface EcsWorkload extends Place {
  readonly cluster: string;
  readonly service: string | null;
  readonly taskDefinition: Arn;
  readonly launchType: 'FARGATE' | 'EC2' | 'EXTERNAL' | 'MANAGED_INSTANCES' | 'unknown';
  readonly executionRole: Arn | null;
  /** What the containers may do once they run. It never pulls, and is often taken for the one that does. */
  readonly taskRole: Arn | null;
  /** The capacity provider that stands in place of a launch type. */
  readonly capacityProvider: string | null;
  /** The instance that the task was placed on, as ECS calls it; `null` on Fargate, and when no task was looked at. */
  readonly containerInstance: Arn | null;
  /** Image references as the task definition writes them, in its order. */
  readonly images: readonly string[];
  /** The one that could not be pulled, when we looked at a task and it says so. */
  readonly failedImage: string | null;
  /** `null` when the task has no network of its own: `bridge` and `host` use the instance's. */
  readonly network: EcsNetwork | null;
  /** `1.4.0`, `LATEST`; `null` outside of Fargate. */
  readonly platformVersion: string | null;
  readonly os: PullerOs;
  readonly architecture: PullerArchitecture;
  /** The disk that a task gets on Fargate, for its images as well; `null` where it is not the task's own, or not known. */
  readonly diskGiB: number | null;
  /** Containers whose tag ECS never resolves to a digest: `versionConsistency` is `disabled`. */
  readonly unfrozenContainers: readonly string[];
  /** Images of containers that log in with a secret: `repositoryCredentials`. */
  readonly imagesWithCredentials: readonly string[];
  /** What it needs besides its images, as its task definition says. */
  readonly sideServices: readonly SideNeed[];
  /** What was searched to find it; `null` when it was named. */
  readonly searched: EcsSearch | null;
  /** How many services pull so, when nobody says which of them is meant; this is one of them. */
  readonly candidates: number;
  /** The one revision that the service runs, when DescribeServices names it. */
  readonly revision: Arn | null;
  /** When the task's pull had failed at the latest, when we looked at a task that failed to start. */
  readonly failedAt: Timestamp | null;
}

/** What a task asks of another service before its containers run. */
export interface SideNeed {
  readonly service: SideService;
  readonly region: Region;
  readonly action: Action;
  /** One of what it asks for, for each that the task definition names. */
  readonly resources: readonly Arn[];
}

export interface EcsSearch {
  readonly clusters: number;
  readonly accounts: number;
}

/** One deployment of a service that ECS still keeps. */
export interface ServiceDeployment {
  readonly arn: Arn;
  /** ECS's own word: `SUCCESSFUL`, `ROLLBACK_SUCCESSFUL`. */
  readonly status: string;
  /** The revision that it was to roll out; `null`: ECS does not say. */
  readonly revision: Arn | null;
  /** `null`: it has not ended. */
  readonly finishedAt: Timestamp | null;
}

/** What the service pulled from the repository in an earlier deployment that succeeded, and can still pull. */
export interface LastGoodImage {
  readonly digest: string;
  /** As the task definition of that deployment writes it. */
  readonly image: string;
  readonly taskDefinition: Arn | null;
  readonly deployedAt: Timestamp;
  /** The tags that name it now. */
  readonly tags: readonly string[];
}

/** What a service rolls out, frozen by ECS when a deployment of it first began. */
export interface ServiceRevision {
  readonly id: string;
  readonly startedAt: Timestamp;
  readonly images: readonly RevisionImage[];
}

export interface RevisionImage {
  readonly container: string;
  /** The reference as the task definition writes it. */
  readonly image: string;
  /** What every task of the revision pulls, whatever the tag names by then; `null`: ECS resolved none. */
  readonly digest: string | null;
}

/** A digest that ECS froze for the wanted image, and what the registry has of it now. */
export interface FrozenImage {
  readonly digest: string;
  readonly tag: string;
  readonly frozenAt: Timestamp;
  /** The image that was frozen. */
  readonly image: Image | null;
  /** The image that the tag names now. */
  readonly tagged: Image | null;
}

/** The platform that the puller asks an image index for. Spelt as OCI spells it. */
export interface PullerPlatform {
  readonly os: string | null;
  readonly architecture: string | null;
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
  /** How we know that this role pulls; `task-role`: it does not. */
  readonly source: RoleSource | 'task-role';
  /** `false`: AWS says that there is no role of this name. */
  readonly exists: boolean;
  readonly trustPolicy: string | null;
  readonly policies: readonly PolicyText[];
  readonly permissionsBoundary: PolicyText | null;
  /** Its own tags, by key. A session of it may bring others, which come before these. */
  readonly tags: Readonly<Record<string, string>>;
}
