import { healthyEstate } from '../healthy-estate.ts';
import { deniedPullMessage, failPull, serviceRef } from '../parts/failed-pull.ts';
import { findAccount, findRole, findTaskDefinition } from '../parts/find.ts';
import { roleArn, WORKLOAD } from '../parts/names.ts';
import { allow, policy } from '../parts/policy.ts';
import { executionRole } from '../parts/role.ts';
import type { World } from '../world.ts';

const MESSAGE = deniedPullMessage(
  'checkout',
  'shop/api',
  'because no identity-based policy allows the ecr:BatchGetImage action',
);

export const permissionOnTaskRole: World = {
  id: 'permission-on-task-role',
  title: 'The wrong role has the permission',
  breaks: 'The task role of checkout has AWS’s policy for pulling, and its execution role gets a token alone.',
  message: MESSAGE,
  workload: serviceRef('checkout'),
  expect: { conclusion: 'explained', cause: 'denied-pull', because: ['task-role-has-permission'] },
  build(now) {
    const estate = healthyEstate(now);
    const own = findRole(estate, WORKLOAD, 'checkout-exec');
    findAccount(estate, WORKLOAD).roles.push(executionRole(WORKLOAD, 'checkout-task', own.createdAt));
    findTaskDefinition(estate, 'checkout').taskRoleArn = roleArn(WORKLOAD, 'checkout-task');
    own.attachedPolicies = [];
    own.inlinePolicies = [{ name: 'token', document: policy(allow(['ecr:GetAuthorizationToken'])) }];
    failPull(estate, 'checkout', MESSAGE);
    return estate;
  },
};
