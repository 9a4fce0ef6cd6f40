import { healthyEstate } from '../healthy-estate.ts';
import { notFoundMessage, serviceRef } from '../parts/failed-pull.ts';
import { findRole } from '../parts/find.ts';
import { registryHost, WORKLOAD } from '../parts/names.ts';
import { pullOwnTeam } from '../parts/tags.ts';
import type { World } from '../world.ts';

const IMAGE = `${registryHost()}/shop/api:v4.12.1`;

export const healthyTags: World = {
  id: 'healthy-tags',
  title: 'It would pull now, as the team that owns the repository',
  breaks:
    'Nothing is broken: checkout-exec may pull what its own team owns, and both it and shop/api are tagged team=shop.',
  message: notFoundMessage(IMAGE),
  image: IMAGE,
  workload: serviceRef('checkout'),
  expect: { conclusion: 'would-pull-now' },
  build(now) {
    const estate = healthyEstate(now);
    pullOwnTeam(findRole(estate, WORKLOAD, 'checkout-exec'), 'shop');
    return estate;
  },
};
