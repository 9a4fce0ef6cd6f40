import type { Arn, Timestamp } from '../aws.ts';
import { tagAsked } from '../image-reference.ts';

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

/** An image that was pushed after the pull had failed. */
export interface LatePush {
  readonly failedAt: Timestamp;
  readonly pushedAt: Timestamp;
  /** Whether CloudTrail has this push as the first; `false`: it could not be asked, or does not have it at all. */
  readonly isFirst: boolean;
}

/** What took the image that the pull asks for. */
export interface ImageRemoval extends Removal {
  /** What the lifecycle rule takes and when, in words: `null` without a rule, and where it cannot be put into words. */
  readonly takes: { readonly selects: string; readonly condition: string } | null;
}

/** A push that gave a tag another image than the one that the pull asks for. */
export interface TagMove extends Pick<Push, 'at' | 'by'> {
  readonly tag: string;
  /** `null`: it is not on record that the tag named the wanted image, only that it names another. */
  readonly from: string | null;
  readonly to: string;
}

/** What a tag, a digest or both name. */
export interface Wanted {
  readonly tag?: string;
  readonly digest?: string;
}

/** Whether it was taken by name. A repository that was deleted took whatever was in it, which its record does not tell. */
export function tookAway({ digest, tags }: Removal, wanted: Wanted): boolean {
  if (wanted.digest === undefined) return tags.includes(tagAsked(wanted));
  if (digest === null) return wanted.tag !== undefined && tags.includes(wanted.tag);
  return digest === wanted.digest;
}
