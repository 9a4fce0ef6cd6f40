import { healthyEstate } from '../healthy-estate.ts';
import { serviceRef } from '../parts/failed-pull.ts';
import { runOnInstance } from '../parts/instances.ts';
import { registryHost } from '../parts/names.ts';
import type { World } from '../world.ts';

export const healthyOnInstance: World = {
  id: 'healthy-on-instance',
  title: 'An instance would pull it now',
  breaks: 'Nothing is broken: my-app runs on an EC2 instance, and both roles that may be asked with may pull.',
  message: '',
  image: `${registryHost()}/my-app:v2.1.0`,
  workload: serviceRef('my-app'),
  expect: { conclusion: 'would-pull-now' },
  build(now) {
    const estate = healthyEstate(now);
    runOnInstance(estate, 'my-app', { capacityProvider: 'shop-instances' });
    return estate;
  },
};
