import { healthyEstate } from '../healthy-estate.ts';
import { failPull, notFoundMessage, serviceRef } from '../parts/failed-pull.ts';
import { findImage } from '../parts/find.ts';
import { pushAnew } from '../parts/frozen.ts';
import { registryHost } from '../parts/names.ts';
import type { World } from '../world.ts';

const { digest: FROZEN } = findImage(healthyEstate(), 'my-app', 'v2.1.0');
const MESSAGE = notFoundMessage(`${registryHost()}/my-app:v2.1.0@${FROZEN}`);

export const frozenDigestExpired: World = {
  id: 'frozen-digest-expired',
  title: 'The digest that ECS froze has expired',
  breaks:
    'Tag v2.1.0 was pushed anew after my-app was deployed, and the image that ECS froze for the deployment has expired.',
  message: MESSAGE,
  workload: serviceRef('my-app'),
  expect: { conclusion: 'explained', cause: 'frozen-digest' },
  build(now) {
    const estate = healthyEstate(now);
    pushAnew(estate, 'my-app', 'v2.1.0');
    failPull(estate, 'my-app', MESSAGE);
    return estate;
  },
};
