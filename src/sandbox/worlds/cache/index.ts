import type { World } from '../world.ts';
import { cacheCreateDenied } from './cache-create-denied.ts';
import { cacheFrozenDigestKept } from './cache-frozen-digest-kept.ts';
import { cacheImportDenied } from './cache-import-denied.ts';
import { cacheLoginRefused } from './cache-login-refused.ts';
import { cacheNotShared } from './cache-not-shared.ts';
import { cachePointsElsewhere } from './cache-points-elsewhere.ts';
import { cacheRootRule } from './cache-root-rule.ts';
import { cacheRuleInAnotherRegion } from './cache-rule-in-another-region.ts';
import { cacheRuleMissing } from './cache-rule-missing.ts';
import { cacheSecretDeleted } from './cache-secret-deleted.ts';
import { cacheSecretWithOwnKey } from './cache-secret-with-own-key.ts';
import { cacheUpstreamArchived } from './cache-upstream-archived.ts';
import { cacheUpstreamDenies } from './cache-upstream-denies.ts';
import { cacheUpstreamInOwnAccount } from './cache-upstream-in-own-account.ts';
import { cacheUpstreamLacksImage } from './cache-upstream-lacks-image.ts';
import { cacheUpstreamRateLimited } from './cache-upstream-rate-limited.ts';
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
  cacheRootRule,
  cacheSecretWithOwnKey,
  cacheLoginRefused,
  cacheUpstreamDenies,
  cacheUpstreamLacksImage,
  cacheUpstreamInOwnAccount,
  cacheUpstreamArchived,
  cacheUpstreamRateLimited,
  cacheWithoutInternet,
  pullThroughCacheFirstPull,
  cacheFrozenDigestKept,
];
