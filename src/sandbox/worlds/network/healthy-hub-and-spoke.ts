import { useHub } from '../parts/hub.ts';

import { manifestTimeout, networkWorld } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const healthyHubAndSpoke: World = networkWorld({
  id: 'healthy-hub-and-spoke',
  title: 'The endpoints stand in a hub, and zones lead there',
  breaks:
    'Nothing: private hosted zones lead the names to endpoints in a hub VPC, a peering leads there and back, and the endpoints let the tasks in.',
  reason: manifestTimeout('10.99.16.11'),
  expect: { conclusion: 'would-pull-now' },
  change(_network, estate) {
    useHub(estate);
  },
});
