import { healthyEstate } from '../healthy-estate.ts';
import { failPull, serviceRef } from '../parts/failed-pull.ts';
import { findNetwork } from '../parts/find.ts';
import { runOnInstance } from '../parts/instances.ts';
import { registryHost } from '../parts/names.ts';
import { removeNat } from '../parts/private-network.ts';
import type { World } from '../world.ts';

const MESSAGE = `CannotPullContainerError: Error response from daemon: Get "https://${registryHost()}/v2/": net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)`;

export const instanceWithoutWayOut: World = {
  id: 'instance-without-way-out',
  title: 'The instance has no way out',
  breaks: 'Service my-app runs on an EC2 instance in a subnet with neither a NAT gateway nor VPC endpoints.',
  message: MESSAGE,
  workload: serviceRef('my-app'),
  expect: { conclusion: 'explained', cause: 'missing-route' },
  build(now) {
    const estate = healthyEstate(now);
    removeNat(findNetwork(estate));
    failPull(estate, 'my-app', MESSAGE);
    runOnInstance(estate, 'my-app');
    return estate;
  },
};
