import { healthyEstate } from '../healthy-estate.ts';
import { serviceRef } from '../parts/failed-pull.ts';
import { pushAnew } from '../parts/frozen.ts';
import { registryHost } from '../parts/names.ts';
import type { World } from '../world.ts';

export const frozenDigestBehindTag: World = {
  id: 'frozen-digest-behind-tag',
  title: 'The tag is there, the digest behind it is not',
  breaks:
    'Tag v4.12.1 exists and looks fine, but ECS froze another image for the deployment of checkout, and that one has expired.',
  message: '',
  image: `${registryHost()}/shop/api:v4.12.1`,
  workload: serviceRef('checkout'),
  expect: { conclusion: 'explained', cause: 'frozen-digest' },
  build(now) {
    const estate = healthyEstate(now);
    pushAnew(estate, 'shop/api', 'v4.12.1');
    return estate;
  },
};
