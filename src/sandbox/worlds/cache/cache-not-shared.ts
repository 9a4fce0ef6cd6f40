import { cachedWorld, grantOnCache, IMPORT_ACTIONS } from '../parts/cached.ts';
import { deniedPullMessage } from '../parts/failed-pull.ts';
import { policy } from '../parts/policy.ts';
import type { World } from '../world.ts';

export const cacheNotShared: World = cachedWorld({
  id: 'cache-not-shared',
  title: 'What the cache makes, the other account may not read',
  breaks:
    'The registry lets the workload account import, and a repository that the cache makes has no policy that lets it pull.',
  reason: deniedPullMessage(
    'my-app',
    'docker-hub/library/nginx',
    'because no resource-based policy allows the ecr:BatchGetImage action',
  ),
  expect: { conclusion: 'explained', cause: 'unreadable-cache' },
  change({ registry }) {
    registry.policy = policy(grantOnCache(IMPORT_ACTIONS));
  },
});
