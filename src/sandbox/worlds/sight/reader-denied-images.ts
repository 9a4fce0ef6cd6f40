import { healthyEstate } from '../healthy-estate.ts';
import { failPull, notFoundMessage, serviceRef } from '../parts/failed-pull.ts';
import { registryHost, REGISTRY } from '../parts/names.ts';
import type { World } from '../world.ts';

const IMAGE = `${registryHost()}/my-app:v2.1.0`;
const MESSAGE = notFoundMessage(IMAGE);

export const readerDeniedImages: World = {
  id: 'reader-denied-images',
  title: 'The bot may not look at images',
  breaks:
    'The reading role of the registry account lacks ecr:DescribeImages, so nobody can tell whether the image exists.',
  message: MESSAGE,
  workload: serviceRef('my-app'),
  expect: { conclusion: 'undetermined' },
  build(now) {
    const estate = healthyEstate(now);
    estate.deniedToReader[REGISTRY] = ['ecr:DescribeImages'];
    failPull(estate, 'my-app', MESSAGE);
    return estate;
  },
};
