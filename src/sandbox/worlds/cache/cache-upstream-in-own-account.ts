import { repositoryAbroad } from '../parts/abroad.ts';
import { cachedWorld, CACHED_REPOSITORY } from '../parts/cached.ts';
import { ABROAD, registryHost, REGISTRY } from '../parts/names.ts';
import type { World } from '../world.ts';

export const cacheUpstreamInOwnAccount: World = cachedWorld({
  id: 'cache-upstream-in-own-account',
  title: 'The other Region of the same account does not have the tag',
  breaks:
    'The cache fetches from the registry of the same account in eu-west-1, which has another tag of this repository alone.',
  expect: { conclusion: 'explained', cause: 'upstream-lacks-image', answer: 'no-image' },
  change({ rule }, estate) {
    repositoryAbroad(estate, CACHED_REPOSITORY, '1.28');
    Object.assign(rule, {
      upstreamUrl: registryHost(REGISTRY, ABROAD),
      upstream: 'ecr',
      upstreamPrefix: 'docker-hub',
      credentialArn: undefined,
    });
  },
});
