import { healthyEstate } from '../healthy-estate.ts';
import { serviceRef } from '../parts/failed-pull.ts';
import { findRole } from '../parts/find.ts';
import { registryHost, WORKLOAD } from '../parts/names.ts';
import { trustService } from '../parts/policy.ts';
import type { World } from '../world.ts';

export const executionRoleNotAssumableByEcs: World = {
  id: 'execution-role-not-assumable-by-ecs',
  title: 'The execution role trusts the wrong service',
  breaks: 'The execution role of my-app trusts ec2.amazonaws.com, so that ECS cannot assume it for a task.',
  message: '',
  image: `${registryHost()}/my-app:v2.1.0`,
  workload: serviceRef('my-app'),
  expect: { conclusion: 'explained', cause: 'untrusted-role' },
  build(now) {
    const estate = healthyEstate(now);
    findRole(estate, WORKLOAD, 'my-app-exec').trustPolicy = trustService('ec2.amazonaws.com');
    return estate;
  },
};
