import { healthyEstate } from '../healthy-estate.ts';
import { notFoundMessage, serviceRef } from '../parts/failed-pull.ts';
import { findTaskDefinition } from '../parts/find.ts';
import { neverFreeze, pushAnew } from '../parts/frozen.ts';
import { registryHost } from '../parts/names.ts';
import type { World } from '../world.ts';

const IMAGE = `${registryHost()}/shop/api:v4.12.1`;

export const versionConsistencyDisabled: World = {
  id: 'version-consistency-disabled',
  title: 'Nothing is frozen, and the tag is there',
  breaks:
    'Nothing is broken any more: tag v4.12.1 was missing for a while, and checkout disables version consistency, so its tasks pull what the tag names now.',
  message: notFoundMessage(IMAGE),
  workload: serviceRef('checkout'),
  expect: { conclusion: 'would-pull-now' },
  build(now) {
    const estate = healthyEstate(now);
    pushAnew(estate, 'shop/api', 'v4.12.1');
    neverFreeze(estate, 'checkout');
    for (const container of findTaskDefinition(estate, 'checkout').containerDefinitions) {
      container.versionConsistency = 'disabled';
    }
    return estate;
  },
};
