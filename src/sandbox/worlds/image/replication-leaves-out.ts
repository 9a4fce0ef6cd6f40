import { healthyEstate } from '../healthy-estate.ts';
import { pushAbroad, replicateHome } from '../parts/abroad.ts';
import { failPull, notFoundMessage, serviceRef, useImage } from '../parts/failed-pull.ts';
import { registryHost } from '../parts/names.ts';
import type { World } from '../world.ts';

const IMAGE = `${registryHost()}/shop/api:v4.13.0`;
const MESSAGE = notFoundMessage(IMAGE);

export const replicationLeavesOut: World = {
  id: 'replication-leaves-out',
  title: 'The rule of replication is about other repositories',
  breaks: 'eu-west-1 replicates to us-east-1 what begins with `store/`, from before shop/api was made there.',
  message: MESSAGE,
  workload: serviceRef('checkout'),
  expect: {
    conclusion: 'explained',
    cause: 'missing-image',
    because: ['image-elsewhere', 'replication-unfinished'],
    recovery: ['copy-from'],
  },
  build(now) {
    const estate = healthyEstate(now);
    replicateHome(estate, 'store/');
    pushAbroad(estate, 'shop/api', 'v4.13.0', { hours: 5 });
    useImage(estate, 'checkout', IMAGE);
    failPull(estate, 'checkout', MESSAGE);
    return estate;
  },
};
