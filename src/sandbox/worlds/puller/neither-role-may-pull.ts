import { healthyEstate } from '../healthy-estate.ts';
import { failPull, serviceRef } from '../parts/failed-pull.ts';
import { findRole } from '../parts/find.ts';
import { runOnInstance } from '../parts/instances.ts';
import { registryHost, WORKLOAD } from '../parts/names.ts';
import type { World } from '../world.ts';

const MESSAGE = `CannotPullContainerError: Error response from daemon: unexpected status from HEAD request to https://${registryHost()}/v2/my-app/manifests/v2.1.0: 403 Forbidden`;

export const neitherRoleMayPull: World = {
  id: 'neither-role-may-pull',
  title: 'On an instance, neither role may pull',
  breaks:
    'Service my-app runs on an EC2 instance, and neither its execution role nor the role of the instance may pull.',
  message: MESSAGE,
  workload: serviceRef('my-app'),
  expect: { conclusion: 'explained', cause: 'denied-pull', alsoWrong: ['denied-token'] },
  build(now) {
    const estate = healthyEstate(now);
    findRole(estate, WORKLOAD, 'my-app-exec').attachedPolicies = [];
    failPull(estate, 'my-app', MESSAGE);
    runOnInstance(estate, 'my-app', { policies: [] });
    return estate;
  },
};
