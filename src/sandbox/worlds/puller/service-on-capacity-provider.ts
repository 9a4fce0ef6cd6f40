import { healthyEstate } from '../healthy-estate.ts';
import { failPull, serviceRef } from '../parts/failed-pull.ts';
import { findTaskDefinition } from '../parts/find.ts';
import { runOnInstance } from '../parts/instances.ts';
import { registryHost } from '../parts/names.ts';
import type { World } from '../world.ts';

const MESSAGE = `CannotPullContainerError: Error response from daemon: Get "https://${registryHost()}/v2/my-app/manifests/v2.1.0": no basic auth credentials`;

export const serviceOnCapacityProvider: World = {
  id: 'service-on-capacity-provider',
  title: 'Instances pull, with a role of their own',
  breaks:
    'The tasks of my-app run on EC2 instances behind a capacity provider and name no execution role, and the role of the instances may not pull.',
  message: MESSAGE,
  workload: serviceRef('my-app'),
  expect: { conclusion: 'explained', cause: 'denied-token', follows: ['denied-pull'] },
  build(now) {
    const estate = healthyEstate(now);
    failPull(estate, 'my-app', MESSAGE);
    delete findTaskDefinition(estate, 'my-app').executionRoleArn;
    runOnInstance(estate, 'my-app', { policies: [], capacityProvider: 'shop-instances' });
    return estate;
  },
};
