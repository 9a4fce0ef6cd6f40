import { BECAUSE, deniedWorld } from '../parts/denied.ts';
import { findRepository } from '../parts/find.ts';
import { policy, PULL_ACTIONS } from '../parts/policy.ts';
import type { World } from '../world.ts';

export const repositoryPolicyNamesDeletedRole: World = deniedWorld({
  id: 'repository-policy-names-deleted-role',
  title: 'The repository still knows the old role',
  breaks:
    'The role checkout-exec was deleted and made again, and the policy of shop/api still names the one that is gone.',
  because: BECAUSE.resource,
  expect: { conclusion: 'explained', cause: 'denied-pull', answer: 'deleted-role' },
  change(estate) {
    findRepository(estate, 'shop/api').policy = policy({
      Sid: 'AllowCheckout',
      Effect: 'Allow',
      Principal: { AWS: 'AROAEXAMPLEOLDROLE001' },
      Action: PULL_ACTIONS,
    });
  },
});
