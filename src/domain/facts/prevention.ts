import type { Arn, Place, Timestamp } from '../aws.ts';
import type { Gap } from '../evidence.ts';

export interface EcsCluster extends Place {
  readonly arn: Arn;
}

/** Every ECS cluster of the configured accounts. */
export interface EcsClusters {
  readonly clusters: readonly EcsCluster[];
  /** Why some places could not be asked; each names its account and Region. */
  readonly gaps: readonly Gap[];
}

/** What the tasks that run, or are about to, use of one repository. */
export interface ImagesInUse {
  readonly images: readonly ImageInUse[];
  /** Why the tasks of some places or clusters could not be seen: what they use is not among `images`. */
  readonly gaps: readonly Gap[];
}

export interface ImageInUse {
  /** What runs: ECS tells it once it has resolved the tag. */
  readonly digest: string | null;
  /** What the task asked for; `null` when it named the digest alone. */
  readonly tag: string | null;
  /** The service, as a person would name it; the family of the task definition for a task without one. */
  readonly user: string;
}

/** An image in use on which the lifecycle policy is about to act. */
export interface LeavingImage {
  /** The tag or digest by which it is used. */
  readonly name: string;
  /** Who uses it, as sentences name them. */
  readonly users: readonly string[];
  readonly rulePriority: number;
  readonly action: 'expire' | 'transition';
  /** The earliest moment; `null`: with the next push that the rule is about. */
  readonly at: Timestamp | null;
  /** `false`: another image of the same time may go instead, or a manifest list may protect it. */
  readonly isCertain: boolean;
}

/** What a registry scans without being asked to each time. */
export interface RegistryScanning {
  readonly type: 'BASIC' | 'ENHANCED';
  readonly rules: readonly ScanningRule[];
}

export interface ScanningRule {
  readonly frequency: 'SCAN_ON_PUSH' | 'CONTINUOUS_SCAN' | 'MANUAL';
  /** Of repository names. */
  readonly filters: readonly string[];
}
