import { healthyEstate } from '../healthy-estate.ts';
import { beginDeployment, failPull, notFoundMessage, stoppedTaskRef } from '../parts/failed-pull.ts';
import { findImage, findRepository } from '../parts/find.ts';
import { hex } from '../parts/hex.ts';
import { registryHost } from '../parts/names.ts';
import { ago } from '../parts/time.ts';
import { pushed, record } from '../parts/trail.ts';
import type { World } from '../world.ts';

const IMAGE = `${registryHost()}/shop/api:v4.12.1`;
const MESSAGE = notFoundMessage(IMAGE);

export const pushedAgainAfterFailure: World = {
  id: 'pushed-again-after-failure',
  title: 'Pushed after the failure, but not for the first time',
  breaks:
    'Nothing is broken any more. v4.12.1 was pushed anew after the pull failed, but it had been there before, so that no race explains the failure.',
  message: MESSAGE,
  workload: stoppedTaskRef('checkout'),
  expect: { conclusion: 'would-pull-now', alsoWrong: ['mutable-tags'] },
  build(now) {
    const estate = healthyEstate(now);
    findRepository(estate, 'shop/api').tagMutability = 'MUTABLE';
    const image = findImage(estate, 'shop/api', 'v4.12.1');
    image.pushedAt = ago(estate.now, { minutes: 1 });
    delete image.lastPulledAt;
    const before = `sha256:${hex('shop/api before', 64)}`;
    record(estate, pushed('shop/api', 'v4.12.1', before, ago(estate.now, { days: 3 })));
    record(estate, pushed('shop/api', 'v4.12.1', image.digest, image.pushedAt));
    beginDeployment(estate, 'checkout');
    failPull(estate, 'checkout', MESSAGE);
    return estate;
  },
};
