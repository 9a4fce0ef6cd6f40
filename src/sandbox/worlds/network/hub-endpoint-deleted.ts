import { findHub, HUB_MANIFEST_ENDPOINT, useHub } from '../parts/hub.ts';

import { findEndpoint } from '../parts/private-network.ts';
import { manifestTimeout, networkWorld } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const hubEndpointDeleted: World = networkWorld({
  id: 'hub-endpoint-deleted',
  title: 'The zone leads to an endpoint that was deleted',
  breaks: 'The private hosted zone of ecr.dkr still leads to an endpoint of the hub that was deleted.',
  reason: manifestTimeout('10.99.16.11'),
  expect: { conclusion: 'explained', cause: 'endpoint-not-available' },
  change(_network, estate) {
    useHub(estate);
    findEndpoint(findHub(estate), HUB_MANIFEST_ENDPOINT).state = 'deleted';
  },
});
