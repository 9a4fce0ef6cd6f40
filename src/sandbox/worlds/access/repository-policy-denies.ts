import { healthyEstate } from '../healthy-estate.ts';
import { deniedPullMessage, failPull, serviceRef } from '../parts/failed-pull.ts';
import { findRepository } from '../parts/find.ts';
import { REGISTRY, WORKLOAD } from '../parts/names.ts';
import { grantPull, policy, PULL_ACTIONS } from '../parts/policy.ts';
import type { World } from '../world.ts';

const MESSAGE = deniedPullMessage('checkout', 'shop/api', 'with an explicit deny in a resource-based policy');

export const repositoryPolicyDenies: World = {
  id: 'repository-policy-denies',
  title: 'The repository turns the other account away',
  breaks: 'The policy of shop/api lets the workload account pull, and denies every account but the registry its pulls.',
  message: MESSAGE,
  workload: serviceRef('checkout'),
  expect: { conclusion: 'explained', cause: 'denied-pull' },
  build(now) {
    const estate = healthyEstate(now);
    findRepository(estate, 'shop/api').policy = policy(grantPull(WORKLOAD), {
      Sid: 'OnlyTheRegistryAccount',
      Effect: 'Deny',
      Principal: '*',
      Action: PULL_ACTIONS,
      Condition: { StringNotEquals: { 'aws:PrincipalAccount': REGISTRY } },
    });
    failPull(estate, 'checkout', MESSAGE);
    return estate;
  },
};
