import { healthyEstate } from '../healthy-estate.ts';
import { beginDeployment, failPull, notFoundMessage, stoppedTaskRef } from '../parts/failed-pull.ts';
import { findImage } from '../parts/find.ts';
import { registryHost } from '../parts/names.ts';
import { ago } from '../parts/time.ts';
import { pushed, record } from '../parts/trail.ts';
import type { World } from '../world.ts';

const IMAGE = `${registryHost()}/shop/api:v4.12.1`;
const MESSAGE = notFoundMessage(IMAGE);

export const pushedAfterFailure: World = {
  id: 'pushed-after-failure',
  title: 'The task started before its image was there',
  breaks:
    'checkout was deployed while v4.12.1 was still being built: its push ended five minutes after the pull failed.',
  message: MESSAGE,
  workload: stoppedTaskRef('checkout'),
  expect: { conclusion: 'explained', cause: 'pushed-after-failure' },
  build(now) {
    const estate = healthyEstate(now);
    const image = findImage(estate, 'shop/api', 'v4.12.1');
    image.pushedAt = ago(estate.now, { minutes: 1 });
    delete image.lastPulledAt;
    record(estate, pushed('shop/api', 'v4.12.1', image.digest, image.pushedAt));
    beginDeployment(estate, 'checkout');
    failPull(estate, 'checkout', MESSAGE);
    return estate;
  },
};
