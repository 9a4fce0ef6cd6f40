import { healthyEstate } from '../healthy-estate.ts';
import { failPull, serviceRef, useImage } from '../parts/failed-pull.ts';
import { registryHost } from '../parts/names.ts';
import type { World } from '../world.ts';

const IMAGE = `${registryHost()}/shop-api:v4.12.1`;
const MESSAGE = `CannotPullContainerError: Error response from daemon: pull access denied for ${registryHost()}/shop-api, repository does not exist or may require 'docker login'`;

export const misspeltRepository: World = {
  id: 'misspelt-repository',
  title: 'The repository is written wrongly',
  breaks: 'The task definition of checkout says shop-api where the repository is called shop/api.',
  message: MESSAGE,
  workload: serviceRef('checkout'),
  expect: { conclusion: 'explained', cause: 'missing-repository', because: ['misspelt-repository'] },
  build(now) {
    const estate = healthyEstate(now);
    useImage(estate, 'checkout', IMAGE);
    failPull(estate, 'checkout', MESSAGE);
    return estate;
  },
};
