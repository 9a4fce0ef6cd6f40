import { healthyEstate } from '../healthy-estate.ts';
import { notFoundMessage, serviceRef } from '../parts/failed-pull.ts';
import { findRepository } from '../parts/find.ts';
import { registryHost } from '../parts/names.ts';
import type { World } from '../world.ts';

const IMAGE = `${registryHost()}/my-app:v2.1.0`;

export const mutableTagsWithExclusionFilters: World = {
  id: 'mutable-tags-with-exclusion-filters',
  title: 'Some tags can be overwritten, and some cannot',
  breaks: 'The tags of repository my-app are mutable, except those that begin with release-, and v2.1.0 does not.',
  message: notFoundMessage(IMAGE),
  image: IMAGE,
  workload: serviceRef('my-app'),
  expect: { conclusion: 'would-pull-now', alsoWrong: ['mutable-tags'] },
  build(now) {
    const estate = healthyEstate(now);
    const repository = findRepository(estate, 'my-app');
    repository.tagMutability = 'MUTABLE_WITH_EXCLUSION';
    repository.exclusionFilters = ['release-*'];
    return estate;
  },
};
