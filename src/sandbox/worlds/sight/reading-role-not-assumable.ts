import { healthyEstate } from '../healthy-estate.ts';
import { failPull, notFoundMessage, serviceRef } from '../parts/failed-pull.ts';
import { findRole } from '../parts/find.ts';
import { EXTERNAL_ID, READ_ROLE, registryHost, REGISTRY } from '../parts/names.ts';
import type { World } from '../world.ts';

const IMAGE = `${registryHost()}/my-app:v2.1.0`;
const MESSAGE = notFoundMessage(IMAGE);

export const readingRoleNotAssumable: World = {
  id: 'reading-role-not-assumable',
  title: 'The registry account does not let the bot in',
  breaks: 'The reading role of the registry account trusts the bot with another external id than the configured one.',
  message: MESSAGE,
  workload: serviceRef('my-app'),
  expect: { conclusion: 'undetermined' },
  build(now) {
    const estate = healthyEstate(now);
    const role = findRole(estate, REGISTRY, READ_ROLE);
    role.trustPolicy = role.trustPolicy.replace(`"${EXTERNAL_ID}"`, '"changed-last-week"');
    failPull(estate, 'my-app', MESSAGE);
    return estate;
  },
};
