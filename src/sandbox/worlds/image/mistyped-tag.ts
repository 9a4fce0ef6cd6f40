import { healthyEstate } from '../healthy-estate.ts';
import { failPull, notFoundMessage, serviceRef } from '../parts/failed-pull.ts';
import { findImage } from '../parts/find.ts';
import { registryHost } from '../parts/names.ts';
import type { World } from '../world.ts';

const IMAGE = `${registryHost()}/my-app:v2.1.0`;
const MESSAGE = notFoundMessage(IMAGE);

export const mistypedTag: World = {
  id: 'mistyped-tag',
  title: 'The tag is written a little differently',
  breaks: 'The image was pushed as 2.1.0, and the task definition asks for v2.1.0.',
  message: MESSAGE,
  workload: serviceRef('my-app'),
  expect: { conclusion: 'explained', cause: 'missing-image', because: ['mistyped-tag'] },
  build(now) {
    const estate = healthyEstate(now);
    findImage(estate, 'my-app', 'v2.1.0').tags = ['2.1.0'];
    failPull(estate, 'my-app', MESSAGE);
    return estate;
  },
};
