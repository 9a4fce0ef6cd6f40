import { healthyEstate } from '../healthy-estate.ts';
import { failPull, notFoundMessage, serviceRef, useImage } from '../parts/failed-pull.ts';
import { pushAbroad } from '../parts/abroad.ts';
import { registryHost } from '../parts/names.ts';
import type { World } from '../world.ts';

const IMAGE = `${registryHost()}/shop/api:v4.13.0`;
const MESSAGE = notFoundMessage(IMAGE);

export const imageInAnotherRegion: World = {
  id: 'image-in-another-region',
  title: 'The image is in another Region alone',
  breaks: 'v4.13.0 of shop/api was pushed to eu-west-1, nothing replicates it, and checkout pulls from us-east-1.',
  message: MESSAGE,
  workload: serviceRef('checkout'),
  expect: { conclusion: 'explained', cause: 'missing-image', because: ['image-elsewhere'], recovery: ['copy-from'] },
  build(now) {
    const estate = healthyEstate(now);
    pushAbroad(estate, 'shop/api', 'v4.13.0', { hours: 3 });
    useImage(estate, 'checkout', IMAGE);
    failPull(estate, 'checkout', MESSAGE);
    return estate;
  },
};
