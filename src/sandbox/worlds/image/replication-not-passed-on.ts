import { healthyEstate } from '../healthy-estate.ts';
import { pushAbroad, replicateHome } from '../parts/abroad.ts';
import { failPull, notFoundMessage, serviceRef, useImage } from '../parts/failed-pull.ts';
import { registryHost } from '../parts/names.ts';
import type { World } from '../world.ts';

const IMAGE = `${registryHost()}/shop/api:v4.13.0`;
const MESSAGE = notFoundMessage(IMAGE);

export const replicationNotPassedOn: World = {
  id: 'replication-not-passed-on',
  title: 'Replication does not pass on what came by replication',
  breaks: 'v4.13.0 of shop/api came to eu-west-1 by replication, and what comes so is not replicated on to us-east-1.',
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
    replicateHome(estate, 'shop/');
    pushAbroad(estate, 'shop/api', 'v4.13.0', { hours: 5 });
    useImage(estate, 'checkout', IMAGE);
    failPull(estate, 'checkout', MESSAGE);
    return estate;
  },
};
