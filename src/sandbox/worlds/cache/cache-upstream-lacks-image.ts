import { cachedWorld } from '../parts/cached.ts';
import { fetchFromEcr } from '../parts/upstream.ts';
import type { World } from '../world.ts';

export const cacheUpstreamLacksImage: World = cachedWorld({
  id: 'cache-upstream-lacks-image',
  title: 'The upstream account does not have the image either',
  breaks: 'The cache fetches from a registry of ECR in another account, where nobody has pushed this tag.',
  expect: { conclusion: 'explained', cause: 'upstream-lacks-image' },
  change({ rule }, estate) {
    fetchFromEcr(estate, rule).images = [];
  },
});
