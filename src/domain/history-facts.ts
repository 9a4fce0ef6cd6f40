import type { Arn, Timestamp } from './aws.ts';

/** What CloudTrail remembers, in days. (AWS CloudTrail user guide, "Working with CloudTrail event history".) */
export const HISTORY_DAYS = 90;

/** One image that somebody pushed. */
export interface Push {
  /** `null`: pushed by its digest alone. */
  readonly tag: string | null;
  readonly digest: string;
  readonly at: Timestamp;
  readonly by: Arn | null;
}

/** One thing that took an image, or a whole repository, away from who pulls. */
export interface Removal {
  /** `expired` and `archived` with a `rule`: the lifecycle policy did it. */
  readonly kind: 'expired' | 'archived' | 'deleted' | 'repository-deleted';
  readonly at: Timestamp;
  /** The identity that asked for it; `null`: AWS by itself. */
  readonly by: Arn | null;
  /** `null`: a whole repository, or the record names the tag alone. */
  readonly digest: string | null;
  /** The tags that went: for the lifecycle policy all that the image had, for a person those that he named. */
  readonly tags: readonly string[];
  readonly rule: RemovingRule | null;
}

/** The lifecycle rule as it was when it ran. */
export interface RemovingRule {
  readonly priority: number;
  readonly description: string | null;
  /** JSON, as CloudTrail writes it. */
  readonly text: string;
}
