import { BECAUSE, deniedWorld } from '../parts/denied.ts';
import { pullOwnTeam } from '../parts/tags.ts';
import type { World } from '../world.ts';

export const tagsDiffer: World = deniedWorld({
  id: 'tags-differ',
  title: 'The role is tagged for another team than the repository',
  breaks: 'checkout-exec may pull what its own team owns. It is tagged team=payments, and the repository team=shop.',
  because: BECAUSE.identity,
  expect: { conclusion: 'explained', cause: 'denied-pull', answer: 'condition-fails' },
  change(_estate, role) {
    pullOwnTeam(role, 'payments');
  },
});
