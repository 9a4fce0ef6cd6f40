import { healthyEstate } from '../healthy-estate.ts';
import { deniedPullMessage, failPull, serviceRef } from '../parts/failed-pull.ts';
import { findRegistry } from '../parts/find.ts';
import { REGISTRY } from '../parts/names.ts';
import { policy, PULL_ACTIONS } from '../parts/policy.ts';
import type { World } from '../world.ts';

// AWS calls the policy of a registry resource-based too.
const MESSAGE = deniedPullMessage('checkout', 'shop/api', 'with an explicit deny in a resource-based policy');

export const registryPolicyDenies: World = {
  id: 'registry-policy-denies',
  title: 'The whole registry turns other accounts away',
  breaks:
    'The policy of shop/api lets the workload account pull, and the policy of the registry denies every other account its pulls.',
  message: MESSAGE,
  workload: serviceRef('checkout'),
  expect: { conclusion: 'explained', cause: 'denied-pull' },
  build(now) {
    const estate = healthyEstate(now);
    findRegistry(estate).policy = policy({
      Sid: 'OnlyThisAccount',
      Effect: 'Deny',
      Principal: '*',
      Action: PULL_ACTIONS,
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:PrincipalAccount': REGISTRY } },
    });
    failPull(estate, 'checkout', MESSAGE);
    return estate;
  },
};
