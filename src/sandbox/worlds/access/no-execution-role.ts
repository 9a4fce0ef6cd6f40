import { healthyEstate } from '../healthy-estate.ts';
import { serviceRef } from '../parts/failed-pull.ts';
import { findTaskDefinition } from '../parts/find.ts';
import { registryHost } from '../parts/names.ts';
import type { World } from '../world.ts';

export const noExecutionRole: World = {
  id: 'no-execution-role',
  title: 'No execution role is named',
  breaks: 'The task definition of my-app names no execution role, so on Fargate nobody may ask for a token.',
  message: '',
  image: `${registryHost()}/my-app:v2.1.0`,
  workload: serviceRef('my-app'),
  expect: { conclusion: 'explained', cause: 'missing-role' },
  build(now) {
    const estate = healthyEstate(now);
    delete findTaskDefinition(estate, 'my-app').executionRoleArn;
    return estate;
  },
};
