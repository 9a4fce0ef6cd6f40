import { healthyEstate } from '../healthy-estate.ts';
import { deniedPullMessage, failPull, serviceRef } from '../parts/failed-pull.ts';
import { findRole } from '../parts/find.ts';
import { WORKLOAD } from '../parts/names.ts';
import { allow, policy } from '../parts/policy.ts';
import type { World } from '../world.ts';

const MESSAGE = deniedPullMessage(
  'checkout',
  'shop/api',
  'because no identity-based policy allows the ecr:BatchGetImage action',
);

export const executionRoleWithoutPullPermission: World = {
  id: 'execution-role-without-pull-permission',
  title: 'The execution role may not pull',
  breaks: 'The execution role of checkout gets a token, but has no permission to read any repository.',
  message: MESSAGE,
  workload: serviceRef('checkout'),
  expect: { conclusion: 'explained', cause: 'denied-pull' },
  build(now) {
    const estate = healthyEstate(now);
    const role = findRole(estate, WORKLOAD, 'checkout-exec');
    role.attachedPolicies = [];
    role.inlinePolicies = [
      {
        name: 'token',
        document: policy(allow(['ecr:GetAuthorizationToken', 'logs:CreateLogStream', 'logs:PutLogEvents'])),
      },
    ];
    failPull(estate, 'checkout', MESSAGE);
    return estate;
  },
};
