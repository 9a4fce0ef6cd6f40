import { healthyEstate } from '../healthy-estate.ts';
import { notFoundMessage, serviceRef } from '../parts/failed-pull.ts';
import { findRepository } from '../parts/find.ts';
import { moreThan, setLifecycle } from '../parts/lifecycle.ts';
import { registryHost } from '../parts/names.ts';
import { image } from '../parts/registry.ts';
import { ago } from '../parts/time.ts';
import type { World } from '../world.ts';

const IMAGE = `${registryHost()}/my-app:v2.1.0`;
const BUILDS = 12;

export const lifecycleEatsReleases: World = {
  id: 'lifecycle-eats-releases',
  title: 'Builds push releases out',
  breaks: 'A lifecycle rule of my-app keeps the newest twenty images of any kind, and every build counts as one.',
  message: notFoundMessage(IMAGE),
  image: IMAGE,
  workload: serviceRef('my-app'),
  expect: { conclusion: 'would-pull-now', alsoWrong: ['lifecycle-eats-releases'] },
  build(now) {
    const estate = healthyEstate(now);
    const { images } = findRepository(estate, 'my-app');
    for (let build = 1; build <= BUILDS; build++) {
      images.push(image('my-app', [`build-${400 + build}`], ago(estate.now, { hours: 5 * build })));
    }
    setLifecycle(estate, 'my-app', { description: 'Keep twenty images', selection: moreThan(20) });
    return estate;
  },
};
