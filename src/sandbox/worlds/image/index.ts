import type { World } from '../world.ts';
import { archivedByHand } from './archived-by-hand.ts';
import { archivedByRule } from './archived-by-rule.ts';
import { commitTagsOnly } from './commit-tags-only.ts';
import { digestLostItsTag } from './digest-lost-its-tag.ts';
import { dryRunOnly } from './dry-run-only.ts';
import { frozenDigestBehind403 } from './frozen-digest-behind-403.ts';
import { frozenDigestBehindTag } from './frozen-digest-behind-tag.ts';
import { frozenDigestDeleted } from './frozen-digest-deleted.ts';
import { frozenDigestExpired } from './frozen-digest-expired.ts';
import { goneWithCommitTag } from './gone-with-commit-tag.ts';
import { imageDeleted } from './image-deleted.ts';
import { imageInAnotherRegion } from './image-in-another-region.ts';
import { imageTooLarge } from './image-too-large.ts';
import { indexChildArchived } from './index-child-archived.ts';
import { kmsGrantGone } from './kms-grant-gone.ts';
import { kmsKeyDisabled } from './kms-key-disabled.ts';
import { kmsKeyPendingDeletion } from './kms-key-pending-deletion.ts';
import { lastTagDeleted } from './last-tag-deleted.ts';
import { missingRepository } from './missing-repository.ts';
import { newReleaseNeverPushed } from './new-release-never-pushed.ts';
import { missingTag } from './missing-tag.ts';
import { misspeltRepository } from './misspelt-repository.ts';
import { mistypedTag } from './mistyped-tag.ts';
import { pushedAfterFailure } from './pushed-after-failure.ts';
import { replicationFailed } from './replication-failed.ts';
import { replicationInProgress } from './replication-in-progress.ts';
import { replicationLeavesOut } from './replication-leaves-out.ts';
import { replicationNotPassedOn } from './replication-not-passed-on.ts';
import { repositoryDeleted } from './repository-deleted.ts';
import { repositoryInAnotherRegion } from './repository-in-another-region.ts';
import { repositoryMadeAnew } from './repository-made-anew.ts';
import { tagExpiredByLifecycle } from './tag-expired-by-lifecycle.ts';
import { tagGoneDigestFrozen } from './tag-gone-digest-frozen.ts';
import { tagLostManifestKept } from './tag-lost-manifest-kept.ts';
import { wrongPlatform } from './wrong-platform.ts';

/** What happened to the image: its repository, tag, digest, copies and key. In the order in which a visitor should meet them. */
export const IMAGE_WORLDS: readonly World[] = [
  missingTag,
  newReleaseNeverPushed,
  mistypedTag,
  commitTagsOnly,
  frozenDigestExpired,
  frozenDigestBehindTag,
  frozenDigestBehind403,
  pushedAfterFailure,
  wrongPlatform,
  indexChildArchived,
  imageTooLarge,
  tagExpiredByLifecycle,
  imageDeleted,
  lastTagDeleted,
  repositoryDeleted,
  repositoryMadeAnew,
  digestLostItsTag,
  frozenDigestDeleted,
  archivedByRule,
  archivedByHand,
  dryRunOnly,
  missingRepository,
  misspeltRepository,
  repositoryInAnotherRegion,
  tagLostManifestKept,
  tagGoneDigestFrozen,
  goneWithCommitTag,
  imageInAnotherRegion,
  replicationInProgress,
  replicationFailed,
  replicationNotPassedOn,
  replicationLeavesOut,
  kmsKeyDisabled,
  kmsGrantGone,
  kmsKeyPendingDeletion,
];
