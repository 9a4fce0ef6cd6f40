import { cachedWorld, CACHED_REPOSITORY } from '../parts/cached.ts';
import { findRegistry, findService } from '../parts/find.ts';
import { image, repository } from '../parts/registry.ts';
import { ago } from '../parts/time.ts';
import type { World } from '../world.ts';

const firstPull: World = cachedWorld({
  id: 'cache-frozen-digest-kept',
  title: 'It would pull now, by the digest that ECS froze',
  breaks:
    'Nothing is broken: the cache no longer has the tag, and still has the image that the deployment holds on to.',
  expect: { conclusion: 'would-pull-now' },
  change: () => undefined,
});

export const cacheFrozenDigestKept: World = {
  ...firstPull,
  // Somebody only asks: a message would say what was not found.
  message: '',
  build(now) {
    const estate = firstPull.build(now);
    const fetchedAt = ago(estate.now, { days: 20 });
    const kept = image(CACHED_REPOSITORY, [], fetchedAt);
    findRegistry(estate).repositories.push(repository(CACHED_REPOSITORY, fetchedAt, [kept]));
    for (const { containerImages } of findService(estate, 'my-app').serviceRevisions) {
      for (const container of containerImages) container.imageDigest = kept.digest;
    }
    return estate;
  },
};
