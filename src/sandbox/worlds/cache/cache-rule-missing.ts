import { cachedWorld } from '../parts/cached.ts';
import type { World } from '../world.ts';

export const cacheRuleMissing: World = cachedWorld({
  id: 'cache-rule-missing',
  title: 'Nobody has set up the cache',
  breaks: 'The image is named as if Docker Hub were cached, and the registry has no pull-through cache rule.',
  expect: { conclusion: 'explained', cause: 'missing-repository', because: ['missing-cache-rule'] },
  change({ registry }) {
    registry.pullThroughCacheRules = [];
  },
});
