import type { World } from '../world.ts';
import { healthyEstate } from '../healthy-estate.ts';
import { notFoundMessage, serviceRef } from '../parts/failed-pull.ts';
import { findAccount, findService, findTaskDefinition } from '../parts/find.ts';
import { HOME, registryHost, WORKLOAD } from '../parts/names.ts';
import { image, registry, repository } from '../parts/registry.ts';
import { ago } from '../parts/time.ts';

const IMAGE = `${registryHost(WORKLOAD)}/shop/jobs:v1.4.0`;

export const healthySameAccount: World = {
  id: 'healthy-same-account',
  title: 'It would pull now, within one account',
  breaks: 'Nothing is broken: the repository has no policy, and needs none for a role of its own account.',
  message: notFoundMessage(IMAGE),
  image: IMAGE,
  workload: serviceRef('checkout'),
  expect: { conclusion: 'would-pull-now' },
  build(now) {
    const estate = healthyEstate(now);
    const pushed = image('shop/jobs', ['v1.4.0'], ago(estate.now, { days: 4 }));
    const own = { ...repository('shop/jobs', ago(estate.now, { days: 90 }), [pushed]), policy: null };
    findAccount(estate, WORKLOAD).registries = { [HOME]: registry([own]) };
    for (const container of findTaskDefinition(estate, 'checkout').containerDefinitions) container.image = IMAGE;
    for (const revision of findService(estate, 'checkout').serviceRevisions) {
      revision.containerImages = [{ containerName: 'checkout', image: IMAGE, imageDigest: pushed.digest }];
    }
    return estate;
  },
};
