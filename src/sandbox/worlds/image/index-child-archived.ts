import { healthyEstate } from '../healthy-estate.ts';
import { failPull, notFoundMessage, serviceRef } from '../parts/failed-pull.ts';
import { findTaskDefinition } from '../parts/find.ts';
import { registryHost } from '../parts/names.ts';
import { makeIndex } from '../parts/platforms.ts';
import { ago } from '../parts/time.ts';
import type { World } from '../world.ts';

const IMAGE = `${registryHost()}/shop/api:v4.12.1`;
const MESSAGE = notFoundMessage(IMAGE);

export const indexChildArchived: World = {
  id: 'index-child-archived',
  title: 'The index is there, and its image for ARM lies in the archive',
  breaks: 'checkout runs on ARM64, and of all that v4.12.1 is made of, the image for ARM was put into the archive.',
  message: MESSAGE,
  image: IMAGE,
  workload: serviceRef('checkout'),
  expect: { conclusion: 'explained', cause: 'incomplete-index', answer: 'incomplete' },
  build(now) {
    const estate = healthyEstate(now);
    const child = makeIndex(estate, 'shop/api', 'v4.12.1', 'amd64', 'arm64').get('arm64');
    Object.assign(child ?? {}, { status: 'ARCHIVED', lastArchivedAt: ago(estate.now, { hours: 9 }) });
    findTaskDefinition(estate, 'checkout').runtimePlatform = {
      cpuArchitecture: 'ARM64',
      operatingSystemFamily: 'LINUX',
    };
    failPull(estate, 'checkout', MESSAGE);
    return estate;
  },
};
