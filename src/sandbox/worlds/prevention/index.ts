import type { World } from '../world.ts';
import { inUseImageExpires } from './in-use-image-expires.ts';
import { lifecycleEatsReleases } from './lifecycle-eats-releases.ts';
import { lifecycleListMeansAnd } from './lifecycle-list-means-and.ts';
import { lifecycleRuleShielded } from './lifecycle-rule-shielded.ts';
import { mutableTags } from './mutable-tags.ts';
import { mutableTagsWithExclusionFilters } from './mutable-tags-with-exclusion-filters.ts';
import { mutableTagsWithRepushedLatest } from './mutable-tags-with-repushed-latest.ts';
import { neglectedRepository } from './neglected-repository.ts';
import { noScanOnPush } from './no-scan-on-push.ts';
import { untaggedGrowth } from './untagged-growth.ts';

/** What stops no pull yet. In the order in which a visitor should meet them. */
export const PREVENTION_WORLDS: readonly World[] = [
  mutableTags,
  mutableTagsWithRepushedLatest,
  mutableTagsWithExclusionFilters,
  inUseImageExpires,
  lifecycleEatsReleases,
  lifecycleListMeansAnd,
  lifecycleRuleShielded,
  noScanOnPush,
  untaggedGrowth,
  neglectedRepository,
];
