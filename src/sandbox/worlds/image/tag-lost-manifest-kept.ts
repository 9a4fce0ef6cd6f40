import { healthyEstate } from '../healthy-estate.ts';
import { failPull, notFoundMessage, serviceRef } from '../parts/failed-pull.ts';
import { findImage } from '../parts/find.ts';
import { registryHost } from '../parts/names.ts';
import { ago } from '../parts/time.ts';
import { deleted, pushed, record } from '../parts/trail.ts';
import type { World } from '../world.ts';

const IMAGE = `${registryHost()}/my-app:v2.1.0`;
const MESSAGE = notFoundMessage(IMAGE);

export const tagLostManifestKept: World = {
  id: 'tag-lost-manifest-kept',
  title: 'Only the tag is gone: its manifest is still there',
  breaks: 'Ann deleted the tag v2.1.0 of my-app from an image that has another, stable, and so is still there.',
  message: MESSAGE,
  workload: serviceRef('my-app'),
  expect: { conclusion: 'explained', cause: 'missing-image', because: ['deleted-image'], recovery: ['retag'] },
  build(now) {
    const estate = healthyEstate(now);
    const image = findImage(estate, 'my-app', 'v2.1.0');
    record(estate, pushed('my-app', 'v2.1.0', image.digest, image.pushedAt));
    record(estate, deleted('my-app', image, ago(estate.now, { hours: 5 }), 'tag'));
    image.tags = ['stable'];
    failPull(estate, 'my-app', MESSAGE);
    return estate;
  },
};
