import { cachedWorld } from '../parts/cached.ts';
import type { World } from '../world.ts';

export const cachePointsElsewhere: World = cachedWorld({
  id: 'cache-points-elsewhere',
  title: 'The cache fetches from another registry than its name says',
  breaks: 'The pull-through cache rule for docker-hub leads to Quay, which has no such image.',
  expect: { conclusion: 'explained', cause: 'cache-points-elsewhere' },
  change({ rule }) {
    Object.assign(rule, { upstreamUrl: 'quay.io', upstream: 'quay', credentialArn: undefined });
  },
});
