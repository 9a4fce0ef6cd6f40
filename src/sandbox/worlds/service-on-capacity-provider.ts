import { healthyEstate } from './healthy-estate.ts';
import { failPull, serviceRef } from './parts/failed-pull.ts';
import { findCluster, findService, findTaskDefinition } from './parts/find.ts';
import { registryHost } from './parts/names.ts';
import type { World } from './world.ts';

const CAPACITY_PROVIDER = 'shop-instances';
const MESSAGE = `CannotPullContainerError: Error response from daemon: Get "https://${registryHost()}/v2/my-app/manifests/v2.1.0": no basic auth credentials`;

export const serviceOnCapacityProvider: World = {
  id: 'service-on-capacity-provider',
  title: 'Instances pull, with a role of their own',
  breaks:
    'The tasks of my-app run on EC2 instances behind a capacity provider and name no execution role, and the role of the instances may not pull.',
  message: MESSAGE,
  workload: serviceRef('my-app'),
  expect: { conclusion: 'undetermined' },
  build(now) {
    const estate = healthyEstate(now);
    failPull(estate, 'my-app', MESSAGE);
    delete findTaskDefinition(estate, 'my-app').executionRoleArn;
    const service = findService(estate, 'my-app');
    delete service.launchType;
    service.capacityProviderStrategy = [{ capacityProvider: CAPACITY_PROVIDER, weight: 1, base: 0 }];
    for (const task of findCluster(estate).tasks.filter(({ group }) => group === 'service:my-app')) {
      delete task.launchType;
      delete task.platformVersion;
      task.capacityProviderName = CAPACITY_PROVIDER;
    }
    return estate;
  },
};
