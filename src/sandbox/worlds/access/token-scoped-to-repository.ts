import { healthyEstate } from '../healthy-estate.ts';
import { givePolicy } from '../parts/denied.ts';
import { executionSession, failPull, serviceRef } from '../parts/failed-pull.ts';
import { findRole } from '../parts/find.ts';
import { repositoryArn, WORKLOAD } from '../parts/names.ts';
import { allow, PULL_ACTIONS } from '../parts/policy.ts';
import type { World } from '../world.ts';

const MESSAGE = `ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve ecr registry auth: service call has been retried 1 time(s): AccessDeniedException: User: ${executionSession('checkout')} is not authorized to perform: ecr:GetAuthorizationToken on resource: * because no identity-based policy allows the ecr:GetAuthorizationToken action`;

export const tokenScopedToRepository: World = {
  id: 'token-scoped-to-repository',
  title: 'The token is asked for one repository',
  breaks:
    'The policy of the execution role allows ecr:GetAuthorizationToken on a repository, and that action knows none.',
  message: MESSAGE,
  workload: serviceRef('checkout'),
  expect: { conclusion: 'explained', cause: 'denied-token', answer: 'other-resource' },
  build(now) {
    const estate = healthyEstate(now);
    const everything = ['ecr:GetAuthorizationToken', ...PULL_ACTIONS];
    givePolicy(findRole(estate, WORKLOAD, 'checkout-exec'), allow(everything, repositoryArn('shop/api')));
    failPull(estate, 'checkout', MESSAGE);
    return estate;
  },
};
