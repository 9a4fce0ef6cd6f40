import { healthyEstate } from './healthy-estate.ts';
import { failPull, notFoundMessage, serviceRef, useImage } from './parts/failed-pull.ts';
import { findRegistry } from './parts/find.ts';
import { registryHost } from './parts/names.ts';
import { ago } from './parts/time.ts';
import type { World } from './world.ts';

const IMAGE = `${registryHost()}/hub/library/nginx:1.29`;
const MESSAGE = notFoundMessage(IMAGE);

export const pullThroughCacheFirstPull: World = {
  id: 'pull-through-cache-first-pull',
  title: 'The first pull through a cache fails',
  breaks:
    'Repository hub/library/nginx is cached from Docker Hub by a pull through cache rule, whose credentials for Docker Hub have run out.',
  message: MESSAGE,
  workload: serviceRef('my-app'),
  expect: { conclusion: 'undetermined' },
  build(now) {
    const estate = healthyEstate(now);
    findRegistry(estate).pullThroughCacheRules.push({
      prefix: 'hub',
      upstreamUrl: 'registry-1.docker.io',
      upstream: 'docker-hub',
      createdAt: ago(estate.now, { days: 100 }),
    });
    useImage(estate, 'my-app', IMAGE);
    failPull(estate, 'my-app', MESSAGE);
    return estate;
  },
};
