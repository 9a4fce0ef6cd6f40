import { cachedWorld } from '../parts/cached.ts';
import type { World } from '../world.ts';

export const pullThroughCacheFirstPull: World = cachedWorld({
  id: 'pull-through-cache-first-pull',
  title: 'The first pull through a cache fails',
  breaks:
    'Nothing is wrong with the cache of Docker Hub. Docker Hub itself has no such tag, which nobody here can see.',
  expect: { conclusion: 'undetermined' },
  change: () => undefined,
});
