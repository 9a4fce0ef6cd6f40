import { healthyEstate } from '../healthy-estate.ts';
import { deniedPullMessage, failPull, serviceRef } from '../parts/failed-pull.ts';
import { findRole } from '../parts/find.ts';
import { runOnInstance } from '../parts/instances.ts';
import { WORKLOAD } from '../parts/names.ts';
import { allow, policy } from '../parts/policy.ts';
import type { World } from '../world.ts';

const MESSAGE = deniedPullMessage(
  'my-app',
  'my-app',
  'because no identity-based policy allows the ecr:BatchGetImage action',
);

export const executionRoleDeniedOnInstance: World = {
  id: 'execution-role-denied-on-instance',
  title: 'On an instance, the message says which role asked',
  breaks:
    'Service my-app runs on an EC2 instance whose role may pull, but its execution role asked, as the message says, and gets a token alone.',
  message: MESSAGE,
  workload: serviceRef('my-app'),
  expect: { conclusion: 'explained', cause: 'denied-pull' },
  build(now) {
    const estate = healthyEstate(now);
    const role = findRole(estate, WORKLOAD, 'my-app-exec');
    role.attachedPolicies = [];
    role.inlinePolicies = [{ name: 'token', document: policy(allow(['ecr:GetAuthorizationToken'])) }];
    failPull(estate, 'my-app', MESSAGE);
    runOnInstance(estate, 'my-app');
    return estate;
  },
};
