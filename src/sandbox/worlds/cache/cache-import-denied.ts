import { cachedWorld, CACHED_REPOSITORY, EXECUTION_ROLE } from '../parts/cached.ts';
import { findRole } from '../parts/find.ts';
import { WORKLOAD } from '../parts/names.ts';
import { image, repository } from '../parts/registry.ts';
import { ago } from '../parts/time.ts';
import type { World } from '../world.ts';

export const cacheImportDenied: World = cachedWorld({
  id: 'cache-import-denied',
  title: 'The role may pull, and may not have anything fetched',
  breaks:
    'The cache keeps an older tag. The execution role has only the managed policy of ECS, which holds no right to import.',
  expect: { conclusion: 'explained', cause: 'denied-import' },
  change({ registry }, estate) {
    const fetchedAt = ago(estate.now, { days: 40 });
    registry.repositories.push(
      repository(CACHED_REPOSITORY, fetchedAt, [image(CACHED_REPOSITORY, ['1.28'], fetchedAt)]),
    );
    findRole(estate, WORKLOAD, EXECUTION_ROLE).inlinePolicies = [];
  },
});
