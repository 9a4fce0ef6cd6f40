import { healthyEstate } from '../healthy-estate.ts';
import { notFoundMessage, serviceRef } from '../parts/failed-pull.ts';
import { registryHost } from '../parts/names.ts';
import type { World } from '../world.ts';

const IMAGE = `${registryHost()}/shop/api:v4.12.1`;

export const healthy: World = {
  id: 'healthy',
  title: 'It would pull now',
  breaks: 'Nothing is broken: the error is from before the image was pushed.',
  message: notFoundMessage(IMAGE),
  image: IMAGE,
  workload: serviceRef('checkout'),
  expect: { conclusion: 'would-pull-now' },
  build: healthyEstate,
};
