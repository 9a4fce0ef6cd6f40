import { healthyEstate } from '../healthy-estate.ts';
import { failPull, serviceRef } from '../parts/failed-pull.ts';
import { findRole } from '../parts/find.ts';
import { runOnInstance } from '../parts/instances.ts';
import { registryHost, WORKLOAD } from '../parts/names.ts';
import type { World } from '../world.ts';

const MESSAGE = `CannotPullContainerError: Error response from daemon: unexpected status from HEAD request to https://${registryHost()}/v2/my-app/manifests/v2.1.0: 403 Forbidden`;

export const oneOfTwoRolesMayPull: World = {
  id: 'one-of-two-roles-may-pull',
  title: 'On an instance, one of two roles may pull',
  breaks:
    'Service my-app runs on an EC2 instance whose role may pull, and its execution role may not; the message does not say which of them asked.',
  message: MESSAGE,
  workload: serviceRef('my-app'),
  expect: { conclusion: 'undetermined' },
  build(now) {
    const estate = healthyEstate(now);
    findRole(estate, WORKLOAD, 'my-app-exec').attachedPolicies = [];
    failPull(estate, 'my-app', MESSAGE);
    runOnInstance(estate, 'my-app');
    return estate;
  },
};
