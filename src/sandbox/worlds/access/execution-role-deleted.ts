import { healthyEstate } from '../healthy-estate.ts';
import { serviceRef } from '../parts/failed-pull.ts';
import { findAccount } from '../parts/find.ts';
import { registryHost, WORKLOAD } from '../parts/names.ts';
import type { World } from '../world.ts';

export const executionRoleDeleted: World = {
  id: 'execution-role-deleted',
  title: 'The execution role was deleted',
  breaks: 'The task definition of my-app names an execution role that does not exist any more.',
  message: '',
  image: `${registryHost()}/my-app:v2.1.0`,
  workload: serviceRef('my-app'),
  expect: { conclusion: 'explained', cause: 'missing-role' },
  build(now) {
    const estate = healthyEstate(now);
    const account = findAccount(estate, WORKLOAD);
    account.roles = account.roles.filter(({ name }) => name !== 'my-app-exec');
    return estate;
  },
};
