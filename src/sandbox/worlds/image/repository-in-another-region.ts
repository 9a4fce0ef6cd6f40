import { healthyEstate } from '../healthy-estate.ts';
import { failPull, serviceRef, useImage } from '../parts/failed-pull.ts';
import { findAccount } from '../parts/find.ts';
import { ABROAD, registryHost, REGISTRY } from '../parts/names.ts';
import { image, repository } from '../parts/registry.ts';
import { ago } from '../parts/time.ts';
import type { World } from '../world.ts';

const NAME = 'shop/checkout-worker';
const IMAGE = `${registryHost()}/${NAME}:v1.4.0`;
const MESSAGE = `CannotPullContainerError: Error response from daemon: pull access denied for ${registryHost()}/${NAME}, repository does not exist or may require 'docker login'`;

export const repositoryInAnotherRegion: World = {
  id: 'repository-in-another-region',
  title: 'The image names the wrong Region',
  breaks: 'Repository shop/checkout-worker exists in eu-west-1 alone, and the task definition names us-east-1.',
  message: MESSAGE,
  workload: serviceRef('checkout'),
  expect: { conclusion: 'explained', cause: 'missing-repository', because: ['repository-elsewhere'] },
  build(now) {
    const estate = healthyEstate(now);
    const pushedAt = ago(estate.now, { days: 4 });
    const worker = repository(NAME, ago(estate.now, { days: 30 }), [image(NAME, ['v1.4.0'], pushedAt)]);
    findAccount(estate, REGISTRY).registries[ABROAD]?.repositories.push(worker);
    useImage(estate, 'checkout', IMAGE);
    failPull(estate, 'checkout', MESSAGE);
    return estate;
  },
};
