import { healthyEstate } from '../healthy-estate.ts';
import { failPull, notFoundMessage, serviceRef, useImage } from '../parts/failed-pull.ts';
import { pushAbroad, replicateHome, sentHome } from '../parts/abroad.ts';
import { registryHost } from '../parts/names.ts';
import type { World } from '../world.ts';

const IMAGE = `${registryHost()}/shop/api:v4.13.0`;
const MESSAGE = notFoundMessage(IMAGE);

export const replicationInProgress: World = {
  id: 'replication-in-progress',
  title: 'Replication has not brought the image yet',
  breaks: 'v4.13.0 of shop/api was pushed to eu-west-1 minutes ago, and is still on its way to us-east-1.',
  message: MESSAGE,
  workload: serviceRef('checkout'),
  expect: {
    conclusion: 'explained',
    cause: 'missing-image',
    because: ['image-elsewhere', 'replication-unfinished'],
    recovery: ['wait', 'copy-from'],
  },
  build(now) {
    const estate = healthyEstate(now);
    replicateHome(estate, 'shop/');
    sentHome(pushAbroad(estate, 'shop/api', 'v4.13.0', { hours: 0.1 }), { status: 'IN_PROGRESS' });
    useImage(estate, 'checkout', IMAGE);
    failPull(estate, 'checkout', MESSAGE);
    return estate;
  },
};
