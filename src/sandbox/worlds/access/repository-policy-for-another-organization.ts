import { BECAUSE, deniedWorld } from '../parts/denied.ts';
import { findRepository } from '../parts/find.ts';
import { policy, PULL_ACTIONS } from '../parts/policy.ts';
import type { World } from '../world.ts';

export const repositoryPolicyForAnotherOrganization: World = deniedWorld({
  id: 'repository-policy-for-another-organization',
  title: 'The repository is open to another organization',
  breaks:
    'The policy of shop/api lets every account of an organization pull, and it is not the one of the workload account.',
  because: BECAUSE.resource,
  expect: { conclusion: 'explained', cause: 'denied-pull', answer: 'condition-fails' },
  change(estate) {
    findRepository(estate, 'shop/api').policy = policy({
      Sid: 'AllowOrganization',
      Effect: 'Allow',
      Principal: '*',
      Action: PULL_ACTIONS,
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-bought0000' } },
    });
  },
});
