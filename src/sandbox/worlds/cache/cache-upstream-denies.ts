import { cachedWorld } from '../parts/cached.ts';
import { fetchFromEcr } from '../parts/upstream.ts';
import type { World } from '../world.ts';

export const cacheUpstreamDenies: World = cachedWorld({
  id: 'cache-upstream-denies',
  title: 'The upstream account does not let the cache in',
  breaks: 'The cache fetches from a registry of ECR in another account, whose repository has no policy that allows it.',
  expect: { conclusion: 'explained', cause: 'upstream-denies' },
  change({ rule }, estate) {
    fetchFromEcr(estate, rule).policy = null;
  },
});
