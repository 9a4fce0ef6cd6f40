import { cachedWorld } from '../parts/cached.ts';
import { findAccount } from '../parts/find.ts';
import { ABROAD, REGISTRY } from '../parts/names.ts';
import type { World } from '../world.ts';

export const cacheRuleInAnotherRegion: World = cachedWorld({
  id: 'cache-rule-in-another-region',
  title: 'The cache is set up in another Region',
  breaks: 'The pull-through cache rule for docker-hub exists in eu-west-1 alone, and the task pulls from us-east-1.',
  expect: { conclusion: 'explained', cause: 'missing-repository', because: ['missing-cache-rule'] },
  change({ registry, rule }, estate) {
    registry.pullThroughCacheRules = [];
    findAccount(estate, REGISTRY).registries[ABROAD]?.pullThroughCacheRules.push(rule);
  },
});
