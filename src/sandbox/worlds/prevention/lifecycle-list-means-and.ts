import { healthyEstate } from '../healthy-estate.ts';
import { failPull, notFoundMessage, serviceRef, useImage } from '../parts/failed-pull.ts';
import { moreThan, setLifecycle } from '../parts/lifecycle.ts';
import { registryHost } from '../parts/names.ts';
import type { World } from '../world.ts';

const IMAGE = `${registryHost()}/my-app:v3.0.0`;
const MESSAGE = notFoundMessage(IMAGE);

export const lifecycleListMeansAnd: World = {
  id: 'lifecycle-list-means-and',
  title: 'A lifecycle rule that matches nothing',
  breaks:
    'The tag v3.0.0 was never pushed. Besides, a lifecycle rule of my-app lists v* and release-*, which ECR reads as both at once.',
  message: MESSAGE,
  workload: serviceRef('my-app'),
  expect: { conclusion: 'explained', cause: 'missing-image', alsoWrong: ['lifecycle-trap'] },
  build(now) {
    const estate = healthyEstate(now);
    setLifecycle(estate, 'my-app', { description: 'Keep fifty releases', selection: moreThan(50, 'v*', 'release-*') });
    useImage(estate, 'my-app', IMAGE);
    failPull(estate, 'my-app', MESSAGE);
    return estate;
  },
};
