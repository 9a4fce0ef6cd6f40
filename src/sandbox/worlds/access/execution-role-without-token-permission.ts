import { healthyEstate } from '../healthy-estate.ts';
import { executionSession, failPull, serviceRef } from '../parts/failed-pull.ts';
import { findRole } from '../parts/find.ts';
import { repositoryArn, WORKLOAD } from '../parts/names.ts';
import { allow, policy, PULL_ACTIONS } from '../parts/policy.ts';
import type { World } from '../world.ts';

const MESSAGE = `ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve ecr registry auth: service call has been retried 1 time(s): AccessDeniedException: User: ${executionSession('checkout')} is not authorized to perform: ecr:GetAuthorizationToken on resource: * because no identity-based policy allows the ecr:GetAuthorizationToken action`;

export const executionRoleWithoutTokenPermission: World = {
  id: 'execution-role-without-token-permission',
  title: 'The execution role may not get a token',
  breaks: 'The execution role of checkout may read the repository, but not call ecr:GetAuthorizationToken.',
  message: MESSAGE,
  workload: serviceRef('checkout'),
  expect: { conclusion: 'explained', cause: 'denied-token' },
  build(now) {
    const estate = healthyEstate(now);
    const role = findRole(estate, WORKLOAD, 'checkout-exec');
    role.attachedPolicies = [];
    role.inlinePolicies = [{ name: 'pull', document: policy(allow(PULL_ACTIONS, repositoryArn('shop/api'))) }];
    failPull(estate, 'checkout', MESSAGE);
    return estate;
  },
};
