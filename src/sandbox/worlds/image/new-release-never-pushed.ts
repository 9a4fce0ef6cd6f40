import { healthyEstate } from '../healthy-estate.ts';
import { failPull, notFoundMessage, serviceRef, useImage } from '../parts/failed-pull.ts';
import { registryHost } from '../parts/names.ts';
import type { World } from '../world.ts';

const IMAGE = `${registryHost()}/shop/api:v4.13.0`;
const MESSAGE = notFoundMessage(IMAGE);

export const newReleaseNeverPushed: World = {
  id: 'new-release-never-pushed',
  title: 'A release is deployed that was never pushed',
  breaks: 'checkout runs v4.12.1 of shop/api, and its new deployment asks for v4.13.0, which nobody has pushed.',
  message: MESSAGE,
  workload: serviceRef('checkout'),
  expect: { conclusion: 'explained', cause: 'missing-image', recovery: ['roll-back', 'rebuild'] },
  build(now) {
    const estate = healthyEstate(now);
    useImage(estate, 'checkout', IMAGE);
    failPull(estate, 'checkout', MESSAGE);
    return estate;
  },
};
