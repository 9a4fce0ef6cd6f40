import type { Arn, Place, Timestamp } from '../aws.ts';

export const TAG_MUTABILITIES = ['MUTABLE', 'IMMUTABLE', 'IMMUTABLE_WITH_EXCLUSION', 'MUTABLE_WITH_EXCLUSION'] as const;

export type TagMutability = (typeof TAG_MUTABILITIES)[number];

export interface Repository extends Place {
  readonly arn: Arn;
  readonly name: string;
  readonly createdAt: Timestamp;
  readonly tagMutability: TagMutability;
  /** Wildcard patterns of the tags that are exempt from `tagMutability`, in AWS's order. */
  readonly exclusionFilters: readonly string[];
  /** The repository's own setting, which enhanced scanning does not ask for. */
  readonly scanOnPush: boolean;
  readonly encryption: Encryption;
}

/** How ECR encrypts what it keeps; decided when a repository is made, and never changed. */
export interface Encryption {
  readonly type: 'AES256' | 'KMS' | 'KMS_DSSE';
  /** `null` with `AES256`. */
  readonly key: Arn | null;
}

export interface Image {
  readonly digest: string;
  readonly tags: readonly string[];
  readonly pushedAt: Timestamp;
  readonly status: 'ACTIVE' | 'ARCHIVED' | 'ACTIVATING';
  /** Compressed, as it was pushed; of an index the largest of its images. (ECR API reference, ImageDetail.) */
  readonly sizeInBytes?: number;
  readonly mediaType?: string;
  /** The image that this one says something of, when it is a signature, a list of contents or the like. */
  readonly subject?: string;
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
  /** Of a managed policy. */
  readonly arn?: Arn;
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

/** What an image was built for. A single manifest does not say, nor does an index whose entries leave it out. */
export type ImagePlatforms =
  | { readonly kind: 'unsaid' }
  | { readonly kind: 'index'; readonly entries: readonly IndexEntry[] };

/** One entry of an image index: an image of its own, which lies in the same repository. */
export interface IndexEntry extends ImagePlatform {
  readonly digest: string;
}

/** What an index keeps for the platform of the puller. */
export interface IndexChild {
  /** `linux/arm64`. */
  readonly platform: string;
  readonly digest: string;
  /** `null`: the repository does not hold it. */
  readonly image: Image | null;
}

/** A platform, as OCI spells it. */
export interface ImagePlatform {
  readonly os: string;
  readonly architecture: string;
  readonly variant: string | null;
  /** Of Windows: the build of the host that it needs. */
  readonly osVersion: string | null;
}
