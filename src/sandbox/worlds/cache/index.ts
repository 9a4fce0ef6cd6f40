import type { World } from '../world.ts';
import { cacheCreateDenied } from './cache-create-denied.ts';
import { cacheImportDenied } from './cache-import-denied.ts';
import { cacheLoginRefused } from './cache-login-refused.ts';
import { cacheNotShared } from './cache-not-shared.ts';
import { cachePointsElsewhere } from './cache-points-elsewhere.ts';
import { cacheRuleInAnotherRegion } from './cache-rule-in-another-region.ts';
import { cacheRuleMissing } from './cache-rule-missing.ts';
import { cacheSecretDeleted } from './cache-secret-deleted.ts';
import { cacheSecretWithOwnKey } from './cache-secret-with-own-key.ts';
import { cacheUpstreamDenies } from './cache-upstream-denies.ts';
import { cacheUpstreamLacksImage } from './cache-upstream-lacks-image.ts';
import { cacheWithoutInternet } from './cache-without-internet.ts';
import { cacheWithoutLibrary } from './cache-without-library.ts';
import { pullThroughCacheFirstPull } from './pull-through-cache-first-pull.ts';

/** Images that ECR fetches from elsewhere at the first pull. In the order in which a visitor should meet them. */
export const CACHE_WORLDS: readonly World[] = [
  cacheRuleMissing,
  cacheRuleInAnotherRegion,
  cachePointsElsewhere,
  cacheWithoutLibrary,
  cacheImportDenied,
  cacheCreateDenied,
  cacheNotShared,
  cacheSecretDeleted,
  cacheSecretWithOwnKey,
  cacheLoginRefused,
  cacheUpstreamDenies,
  cacheUpstreamLacksImage,
  cacheWithoutInternet,
  pullThroughCacheFirstPull,
];
