import type { Timestamp } from '../../domain/aws.ts';

/** Rules in ascending priority, which is the order in which ECR asks them. */
export interface LifecyclePolicy {
  readonly rules: readonly LifecycleRule[];
}

export interface LifecycleRule {
  /** Unique in its policy; the lowest number is asked first. */
  readonly priority: number;
  readonly description?: string;
  readonly selection: LifecycleSelection;
  readonly storageClass: StorageClass;
  readonly count: LifecycleCount;
  /** `expire` deletes the image; `transition` moves it to the archive, from which it can be restored. */
  readonly action: 'expire' | 'transition';
}

export type LifecycleSelection =
  | { readonly tagStatus: 'any' | 'untagged' }
  | {
      readonly tagStatus: 'tagged';
      /** Whether the list holds prefixes, or patterns in which `*` stands for any run of characters. */
      readonly listOf: 'prefixes' | 'patterns';
      /** Every one of them must match a tag of the image: the list means "and". */
      readonly list: readonly string[];
    };

export type StorageClass = 'standard' | 'archive';

export const COUNT_TYPES = [
  'imageCountMoreThan',
  'sinceImagePushed',
  'sinceImagePulled',
  'sinceImageTransitioned',
] as const;
export type CountType = (typeof COUNT_TYPES)[number];

export interface LifecycleCount {
  readonly type: CountType;
  /** Images to keep for `imageCountMoreThan`, else days. */
  readonly number: number;
}

/** What the replay needs to know of an image; as `ecr:DescribeImages` tells it with the filter `imageStatus: ANY`. */
export interface LifecycleImage {
  readonly digest: string;
  readonly tags: readonly string[];
  readonly pushedAt: Timestamp;
  readonly lastPulledAt?: Timestamp;
  /** When it was last restored from the archive. */
  readonly lastActivatedAt?: Timestamp;
  readonly lastArchivedAt?: Timestamp;
  /** `ACTIVE` unless said. An image on its way out of the archive counts as active. */
  readonly status?: 'ACTIVE' | 'ARCHIVED' | 'ACTIVATING';
  /** Digests of the manifest lists that name this image. */
  readonly referencedBy?: readonly string[];
}
