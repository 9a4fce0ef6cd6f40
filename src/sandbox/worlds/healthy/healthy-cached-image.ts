import { cachedWorld, CACHED_REPOSITORY, CACHED_TAG, EXECUTION_ROLE } from '../parts/cached.ts';
import { findNetwork, findRole } from '../parts/find.ts';
import { WORKLOAD } from '../parts/names.ts';
import { useEndpoints } from '../parts/private-network.ts';
import { image, repository } from '../parts/registry.ts';
import { ago } from '../parts/time.ts';
import type { World } from '../world.ts';

export const healthyCachedImage: World = cachedWorld({
  id: 'healthy-cached-image',
  title: 'It would pull now, from the cache',
  breaks:
    'Nothing is broken: somebody else has pulled the image before. What is cached takes no right to import and no way to the internet.',
  expect: { conclusion: 'would-pull-now' },
  change({ registry, secret }, estate) {
    const fetchedAt = ago(estate.now, { minutes: 40 });
    registry.repositories.push(
      repository(CACHED_REPOSITORY, fetchedAt, [image(CACHED_REPOSITORY, [CACHED_TAG], fetchedAt)]),
    );
    findRole(estate, WORKLOAD, EXECUTION_ROLE).inlinePolicies = [];
    secret.deletedAt = fetchedAt;
    useEndpoints(findNetwork(estate));
  },
});
