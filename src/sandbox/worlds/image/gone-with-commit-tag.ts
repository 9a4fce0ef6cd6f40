import { healthyEstate } from '../healthy-estate.ts';
import { failPull, notFoundMessage, serviceRef, useImage } from '../parts/failed-pull.ts';
import { findRepository } from '../parts/find.ts';
import { registryHost } from '../parts/names.ts';
import { image } from '../parts/registry.ts';
import { ago } from '../parts/time.ts';
import { pushed, record } from '../parts/trail.ts';
import type { World } from '../world.ts';

const TAG = '3f9c2ab';
const IMAGE = `${registryHost()}/my-app:${TAG}`;
const MESSAGE = notFoundMessage(IMAGE);

export const goneWithCommitTag: World = {
  id: 'gone-with-commit-tag',
  title: 'The image is gone, and its tag says what to build',
  breaks: 'The image my-app:3f9c2ab was pushed and is gone, manifest and all; the build before it, 81d0e4c, is there.',
  message: MESSAGE,
  workload: serviceRef('my-app'),
  expect: { conclusion: 'explained', cause: 'missing-image', recovery: ['rebuild', 'roll-back'] },
  build(now) {
    const estate = healthyEstate(now);
    const gone = image('my-app', [TAG], ago(estate.now, { days: 1 }));
    record(estate, pushed('my-app', TAG, gone.digest, gone.pushedAt));
    findRepository(estate, 'my-app').images.push(image('my-app', ['81d0e4c'], ago(estate.now, { days: 2 })));
    useImage(estate, 'my-app', IMAGE);
    failPull(estate, 'my-app', MESSAGE);
    return estate;
  },
};
