import { healthyEstate } from '../healthy-estate.ts';
import { notFoundMessage, serviceRef } from '../parts/failed-pull.ts';
import { findImage, findRepository } from '../parts/find.ts';
import { hex } from '../parts/hex.ts';
import { registryHost } from '../parts/names.ts';
import { ago } from '../parts/time.ts';
import { pushed, record } from '../parts/trail.ts';
import type { World } from '../world.ts';

const IMAGE = `${registryHost()}/my-app:latest`;
const NIGHTS = 9;

export const mutableTagsWithRepushedLatest: World = {
  id: 'mutable-tags-with-repushed-latest',
  title: 'Tags can be overwritten, and one is, every night',
  breaks: 'The tags of repository my-app are mutable, and continuous integration pushes latest again every night.',
  message: notFoundMessage(IMAGE),
  image: IMAGE,
  workload: serviceRef('my-app'),
  expect: { conclusion: 'would-pull-now', alsoWrong: ['mutable-tags'] },
  build(now) {
    const estate = healthyEstate(now);
    findRepository(estate, 'my-app').tagMutability = 'MUTABLE';
    const newest = findImage(estate, 'my-app', 'v2.1.0');
    newest.tags.push('latest');
    record(estate, pushed('my-app', 'v2.1.0', newest.digest, newest.pushedAt));
    record(estate, pushed('my-app', 'latest', newest.digest, newest.pushedAt));
    for (let night = 1; night < NIGHTS; night++) {
      const digest = `sha256:${hex(`my-app:latest ${night}`, 64)}`;
      record(estate, pushed('my-app', 'latest', digest, ago(estate.now, { days: 2 + night })));
    }
    return estate;
  },
};
