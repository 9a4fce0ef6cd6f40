import { healthyEstate } from '../healthy-estate.ts';
import { beginDeployment, failPull, notFoundMessage, serviceRef } from '../parts/failed-pull.ts';
import { findRepository } from '../parts/find.ts';
import { hex } from '../parts/hex.ts';
import { registryHost } from '../parts/names.ts';
import type { World } from '../world.ts';

const IMAGE = `${registryHost()}/my-app:v2.1.0`;
const MESSAGE = notFoundMessage(IMAGE);

export const commitTagsOnly: World = {
  id: 'commit-tags-only',
  title: 'Only commits are tagged',
  breaks: 'The task definition asks for release v2.1.0, and the pipeline tags every image with its commit alone.',
  message: MESSAGE,
  workload: serviceRef('my-app'),
  expect: { conclusion: 'explained', cause: 'missing-image', because: ['mistyped-tag'] },
  build(now) {
    const estate = healthyEstate(now);
    for (const image of findRepository(estate, 'my-app').images) image.tags = [hex(`commit ${image.tags[0]}`, 40)];
    beginDeployment(estate, 'my-app');
    failPull(estate, 'my-app', MESSAGE);
    return estate;
  },
};
