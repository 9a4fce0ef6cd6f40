import { BECAUSE, deniedWorld } from '../parts/denied.ts';
import { findRepository } from '../parts/find.ts';
import { STAGING } from '../parts/names.ts';
import { grantPull, policy } from '../parts/policy.ts';
import type { World } from '../world.ts';

export const repositoryPolicyNamesAnotherAccount: World = deniedWorld({
  id: 'repository-policy-names-another-account',
  title: 'The repository lets another account in',
  breaks: 'The policy of shop/api lets the staging account pull, and names the workload account nowhere.',
  because: BECAUSE.resource,
  expect: { conclusion: 'explained', cause: 'denied-pull', answer: 'not-named' },
  change(estate) {
    findRepository(estate, 'shop/api').policy = policy(grantPull(STAGING));
  },
});
