import { healthyEstate } from '../healthy-estate.ts';
import { notFoundMessage, serviceRef } from '../parts/failed-pull.ts';
import { findImage } from '../parts/find.ts';
import { olderThan, setLifecycle } from '../parts/lifecycle.ts';
import { registryHost } from '../parts/names.ts';
import { ago } from '../parts/time.ts';
import type { World } from '../world.ts';

const IMAGE = `${registryHost()}/my-app:v2.0.9`;

export const inUseImageExpires: World = {
  id: 'in-use-image-expires',
  title: 'An image that runs is about to expire',
  breaks:
    'A lifecycle rule of my-app removes releases after 120 days, and v2.1.0, which the service runs, is 117 days old.',
  message: notFoundMessage(IMAGE),
  image: IMAGE,
  workload: serviceRef('my-app'),
  expect: { conclusion: 'would-pull-now', alsoWrong: ['in-use-image-expires'] },
  build(now) {
    const estate = healthyEstate(now);
    findImage(estate, 'my-app', 'v2.1.0').pushedAt = ago(estate.now, { days: 117 });
    setLifecycle(estate, 'my-app', {
      description: 'Keep releases for a third of a year',
      selection: olderThan(120, 'v*'),
    });
    return estate;
  },
};
