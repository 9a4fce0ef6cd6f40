import { healthyEstate } from '../healthy-estate.ts';
import { serviceRef } from '../parts/failed-pull.ts';
import { findTaskDefinition } from '../parts/find.ts';
import { registryHost } from '../parts/names.ts';
import { makeIndex } from '../parts/platforms.ts';
import type { World } from '../world.ts';

export const healthyMultiPlatform: World = {
  id: 'healthy-multi-platform',
  title: 'It would pull now, on ARM as well',
  breaks: 'Nothing is broken: checkout runs on ARM64, and the index of v4.12.1 has an image for it.',
  message: '',
  image: `${registryHost()}/shop/api:v4.12.1`,
  workload: serviceRef('checkout'),
  expect: { conclusion: 'would-pull-now' },
  build(now) {
    const estate = healthyEstate(now);
    makeIndex(estate, 'shop/api', 'v4.12.1', 'amd64', 'arm64');
    findTaskDefinition(estate, 'checkout').runtimePlatform = {
      cpuArchitecture: 'ARM64',
      operatingSystemFamily: 'LINUX',
    };
    return estate;
  },
};
