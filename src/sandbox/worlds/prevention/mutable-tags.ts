import { healthyEstate } from '../healthy-estate.ts';
import { notFoundMessage, serviceRef } from '../parts/failed-pull.ts';
import { findRepository } from '../parts/find.ts';
import { registryHost } from '../parts/names.ts';
import type { World } from '../world.ts';

const IMAGE = `${registryHost()}/my-app:v2.1.0`;

export const mutableTags: World = {
  id: 'mutable-tags',
  title: 'Tags can be overwritten',
  breaks: 'The tags of repository my-app are mutable, though nobody pushes one twice.',
  message: notFoundMessage(IMAGE),
  image: IMAGE,
  workload: serviceRef('my-app'),
  expect: { conclusion: 'would-pull-now', alsoWrong: ['mutable-tags'] },
  build(now) {
    const estate = healthyEstate(now);
    findRepository(estate, 'my-app').tagMutability = 'MUTABLE';
    return estate;
  },
};
