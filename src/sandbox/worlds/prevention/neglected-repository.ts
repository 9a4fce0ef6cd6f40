import { healthyEstate } from '../healthy-estate.ts';
import { failPull, notFoundMessage, serviceRef, useImage } from '../parts/failed-pull.ts';
import { findRepository } from '../parts/find.ts';
import { registryHost } from '../parts/names.ts';
import { leaveUntagged } from '../parts/untagged.ts';
import type { World } from '../world.ts';

const IMAGE = `${registryHost()}/my-app:v3.0.0`;
const MESSAGE = notFoundMessage(IMAGE);

export const neglectedRepository: World = {
  id: 'neglected-repository',
  title: 'A missing tag in a repository that nobody looks after',
  breaks:
    'The tag v3.0.0 was never pushed. Besides, tags of my-app can be overwritten, nothing scans it, and untagged images pile up.',
  message: MESSAGE,
  workload: serviceRef('my-app'),
  expect: {
    conclusion: 'explained',
    cause: 'missing-image',
    alsoWrong: ['mutable-tags', 'no-scan-on-push', 'untagged-growth'],
  },
  build(now) {
    const estate = healthyEstate(now);
    const repository = findRepository(estate, 'my-app');
    repository.tagMutability = 'MUTABLE';
    repository.scanOnPush = false;
    leaveUntagged(estate, 'my-app', 160);
    useImage(estate, 'my-app', IMAGE);
    failPull(estate, 'my-app', MESSAGE);
    return estate;
  },
};
