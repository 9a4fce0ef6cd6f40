import { healthyEstate } from '../healthy-estate.ts';
import { serviceRef } from '../parts/failed-pull.ts';
import { findImage } from '../parts/find.ts';
import { LOST } from '../parts/lost-image.ts';
import { registryHost } from '../parts/names.ts';
import type { World } from '../world.ts';

export const tagGoneDigestFrozen: World = {
  id: 'tag-gone-digest-frozen',
  title: 'The tag is gone, the digest behind it is not',
  breaks:
    'Somebody took the tag v2.1.0 of my-app away. ECS froze the image for the deployment that runs, so only the next one fails.',
  message: '',
  image: `${registryHost()}/${LOST.repository}:${LOST.tag}`,
  workload: serviceRef(LOST.service),
  expect: { conclusion: 'would-pull-now', alsoWrong: ['missing-image'] },
  build(now) {
    const estate = healthyEstate(now);
    findImage(estate, LOST.repository, LOST.tag).tags = ['stable'];
    return estate;
  },
};
