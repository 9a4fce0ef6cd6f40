import type { Arn, Place, Timestamp } from '../aws.ts';
import type { Image } from './registry.ts';

/** The wanted image in another place: under the same repository name, and the same tag or digest. */
export interface ImageCopy extends Place, Pick<Image, 'digest' | 'pushedAt' | 'status'> {}

/** What a place that has the image says about sending it to the registry that was asked. Without a rule that does, there is none. */
export interface Replication extends Place {
  /** `left-out`: rules replicate to here, but their filters leave the repository out. */
  readonly state: 'left-out' | 'not-sent' | 'in-progress' | 'complete' | 'failed';
  /** AWS's own code, when it failed and says why. */
  readonly failure: string | null;
  /** The beginnings of the names that the rules to here take; none when they take every name. */
  readonly prefixes: readonly string[];
  /** The image there. */
  readonly digest: string;
}

/** The key that encrypts a repository, as KMS describes it. */
export interface RepositoryKey {
  readonly arn: Arn;
  /** KMS's own word, such as `Disabled`; `null`: KMS knows no such key. */
  readonly state: string | null;
  /** When a key that is to be deleted will be gone. */
  readonly deletionAt: Timestamp | null;
  /** Whether ECR still holds its grant for this repository; `null` where that does not matter, as with AWS's own keys. */
  readonly hasGrant: boolean | null;
}
