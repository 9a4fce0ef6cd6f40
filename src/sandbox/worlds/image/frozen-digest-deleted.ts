import { healthyEstate } from '../healthy-estate.ts';
import { failPull, notFoundMessage, serviceRef } from '../parts/failed-pull.ts';
import { findImage } from '../parts/find.ts';
import { pushAnew } from '../parts/frozen.ts';
import { LOST } from '../parts/lost-image.ts';
import { registryHost } from '../parts/names.ts';
import { ago } from '../parts/time.ts';
import { deleted, pushed, record } from '../parts/trail.ts';
import type { World } from '../world.ts';

const { digest: FROZEN } = findImage(healthyEstate(), LOST.repository, LOST.tag);
const MESSAGE = notFoundMessage(`${registryHost()}/my-app:v2.1.0@${FROZEN}`);

export const frozenDigestDeleted: World = {
  id: 'frozen-digest-deleted',
  title: 'Somebody deleted the image that ECS froze',
  breaks:
    'The pipeline pushed v2.1.0 of my-app again after the service was deployed, and Ann deleted the image that had lost its tag.',
  message: MESSAGE,
  workload: serviceRef(LOST.service),
  expect: { conclusion: 'explained', cause: 'frozen-digest', because: ['moved-tag', 'deleted-image'] },
  build(now) {
    const estate = healthyEstate(now);
    pushAnew(estate, LOST.repository, LOST.tag);
    const { digest } = findImage(estate, LOST.repository, LOST.tag);
    record(estate, pushed(LOST.repository, LOST.tag, FROZEN, ago(estate.now, { days: 2 })));
    record(estate, pushed(LOST.repository, LOST.tag, digest, ago(estate.now, { hours: 30 })));
    record(estate, deleted(LOST.repository, { digest: FROZEN, tags: [] }, ago(estate.now, { hours: 4 })));
    failPull(estate, LOST.service, MESSAGE);
    return estate;
  },
};
