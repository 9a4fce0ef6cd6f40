import { healthyEstate } from '../healthy-estate.ts';
import { deniedPullMessage, failPull, serviceRef } from '../parts/failed-pull.ts';
import { findRepository } from '../parts/find.ts';
import type { World } from '../world.ts';

const MESSAGE = deniedPullMessage(
  'checkout',
  'shop/api',
  'because no resource-based policy allows the ecr:BatchGetImage action',
);

export const repositoryPolicyMissing: World = {
  id: 'repository-policy-missing',
  title: 'The repository does not let the other account in',
  breaks: 'Repository shop/api has no policy, so the workload account may not pull from it.',
  message: MESSAGE,
  workload: serviceRef('checkout'),
  expect: { conclusion: 'explained', cause: 'denied-pull' },
  build(now) {
    const estate = healthyEstate(now);
    findRepository(estate, 'shop/api').policy = null;
    failPull(estate, 'checkout', MESSAGE);
    return estate;
  },
};
