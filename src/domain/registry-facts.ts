import type { Arn, Place, Timestamp } from './aws.ts';

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
  /** `docker-hub`; `ROOT` stands for every name that no other rule covers. No slash at its end. */
  readonly prefix: string;
  /** The host of the upstream registry: `registry-1.docker.io`. */
  readonly upstream: string;
  /** What AWS calls that registry: `docker-hub`, `ecr`; `null` when it does not say. */
  readonly kind: string | null;
  /** What stands upstream in place of `prefix`; `null` when nothing does. */
  readonly upstreamPrefix: string | null;
  /** The secret with which ECR logs in there. */
  readonly credential: Arn | null;
  /** The role with which ECR reads another registry of ECR. */
  readonly customRole: Arn | null;
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
