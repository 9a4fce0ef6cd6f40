import { healthyEstate } from '../healthy-estate.ts';
import { failPull, serviceRef } from '../parts/failed-pull.ts';
import { findTaskDefinition } from '../parts/find.ts';
import { makeIndex } from '../parts/platforms.ts';
import { registryHost } from '../parts/names.ts';
import type { World } from '../world.ts';

const IMAGE = `${registryHost()}/shop/api:v4.12.1`;
const MESSAGE = `CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to pull and unpack image ${IMAGE}: no match for platform in manifest: not found`;

export const wrongPlatform: World = {
  id: 'wrong-platform',
  title: 'The image was not built for ARM',
  breaks: 'checkout runs on ARM64, and the index of v4.12.1 has an image for amd64 alone.',
  message: MESSAGE,
  image: IMAGE,
  workload: serviceRef('checkout'),
  expect: { conclusion: 'explained', cause: 'wrong-platform' },
  build(now) {
    const estate = healthyEstate(now);
    makeIndex(estate, 'shop/api', 'v4.12.1', 'amd64');
    findTaskDefinition(estate, 'checkout').runtimePlatform = {
      cpuArchitecture: 'ARM64',
      operatingSystemFamily: 'LINUX',
    };
    failPull(estate, 'checkout', MESSAGE);
    return estate;
  },
};
