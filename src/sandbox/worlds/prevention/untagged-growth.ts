import { healthyEstate } from '../healthy-estate.ts';
import { notFoundMessage, serviceRef } from '../parts/failed-pull.ts';
import { registryHost } from '../parts/names.ts';
import { leaveUntagged } from '../parts/untagged.ts';
import type { World } from '../world.ts';

const IMAGE = `${registryHost()}/my-app:v2.1.0`;

export const untaggedGrowth: World = {
  id: 'untagged-growth',
  title: 'Untagged images pile up',
  breaks: 'Repository my-app holds 240 images that no tag names, and has no lifecycle policy.',
  message: notFoundMessage(IMAGE),
  image: IMAGE,
  workload: serviceRef('my-app'),
  expect: { conclusion: 'would-pull-now', alsoWrong: ['untagged-growth'] },
  build(now) {
    const estate = healthyEstate(now);
    leaveUntagged(estate, 'my-app', 240);
    return estate;
  },
};
