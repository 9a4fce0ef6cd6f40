import { accountNotConfigured } from './account-not-configured.ts';
import { dockerHubImage } from './docker-hub-image.ts';
import { executionRoleWithoutPullPermission } from './execution-role-without-pull-permission.ts';
import { executionRoleWithoutTokenPermission } from './execution-role-without-token-permission.ts';
import { healthy } from './healthy.ts';
import { missingRepository } from './missing-repository.ts';
import { missingTag } from './missing-tag.ts';
import { misspeltRepository } from './misspelt-repository.ts';
import { mistypedTag } from './mistyped-tag.ts';
import { mutableTagsWithExclusionFilters } from './mutable-tags-with-exclusion-filters.ts';
import { mutableTagsWithRepushedLatest } from './mutable-tags-with-repushed-latest.ts';
import { mutableTags } from './mutable-tags.ts';
import { noWayOutOfSubnet } from './no-way-out-of-subnet.ts';
import { readerDeniedImages } from './reader-denied-images.ts';
import { readingRoleNotAssumable } from './reading-role-not-assumable.ts';
import { repositoryInAnotherRegion } from './repository-in-another-region.ts';
import { repositoryPolicyDenies } from './repository-policy-denies.ts';
import { repositoryPolicyMissing } from './repository-policy-missing.ts';
import { tagExpiredByLifecycle } from './tag-expired-by-lifecycle.ts';
import { throttledRegistry } from './throttled-registry.ts';
import type { World } from './world.ts';

/** Every world of the sandbox, in the order in which a visitor should meet them. */
export const WORLDS: readonly World[] = [
  missingTag,
  mistypedTag,
  tagExpiredByLifecycle,
  missingRepository,
  misspeltRepository,
  repositoryInAnotherRegion,
  executionRoleWithoutTokenPermission,
  executionRoleWithoutPullPermission,
  repositoryPolicyMissing,
  repositoryPolicyDenies,
  noWayOutOfSubnet,
  mutableTags,
  mutableTagsWithRepushedLatest,
  mutableTagsWithExclusionFilters,
  readerDeniedImages,
  readingRoleNotAssumable,
  accountNotConfigured,
  throttledRegistry,
  dockerHubImage,
  healthy,
];

export function findWorld(id: string): World | undefined {
  return WORLDS.find((world) => world.id === id);
}
