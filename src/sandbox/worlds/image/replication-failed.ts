import { healthyEstate } from '../healthy-estate.ts';
import { failPull, notFoundMessage, serviceRef, useImage } from '../parts/failed-pull.ts';
import { pushAbroad, replicateHome, sentHome } from '../parts/abroad.ts';
import { registryHost } from '../parts/names.ts';
import type { World } from '../world.ts';

const IMAGE = `${registryHost()}/shop/api:v4.13.0`;
const MESSAGE = notFoundMessage(IMAGE);

export const replicationFailed: World = {
  id: 'replication-failed',
  title: 'Replication of the image failed',
  breaks: 'eu-west-1 replicates the repositories of the shop, and failed to with v4.13.0 of shop/api.',
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
    // ECR documents that there is a code, and not which codes there are: this one is an assumption.
    const failed = { status: 'FAILED', failureCode: 'AccessDenied' } as const;
    sentHome(pushAbroad(estate, 'shop/api', 'v4.13.0', { hours: 3 }), failed);
    useImage(estate, 'checkout', IMAGE);
    failPull(estate, 'checkout', MESSAGE);
    return estate;
  },
};
