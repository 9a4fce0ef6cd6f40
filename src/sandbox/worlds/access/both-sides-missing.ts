import { BECAUSE, deniedWorld, givePolicy } from '../parts/denied.ts';
import { findRepository } from '../parts/find.ts';
import { allow } from '../parts/policy.ts';
import type { World } from '../world.ts';

export const bothSidesMissing: World = deniedWorld({
  id: 'both-sides-missing',
  title: 'Neither account allows the pull',
  breaks:
    'The execution role may get tokens and no more, and shop/api has no policy: each account waits for the other.',
  because: BECAUSE.identity,
  expect: { conclusion: 'explained', cause: 'denied-pull', answer: 'both-sides' },
  change(estate, role) {
    givePolicy(role, allow(['ecr:GetAuthorizationToken']));
    findRepository(estate, 'shop/api').policy = null;
  },
});
