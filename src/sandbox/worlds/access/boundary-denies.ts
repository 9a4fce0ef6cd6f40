import { BECAUSE, deniedWorld } from '../parts/denied.ts';
import { findAccount } from '../parts/find.ts';
import { WORKLOAD } from '../parts/names.ts';
import { allow, policy } from '../parts/policy.ts';
import { ago } from '../parts/time.ts';
import type { World } from '../world.ts';

const BOUNDARY = `arn:aws:iam::${WORKLOAD}:policy/ceiling`;

export const boundaryDenies: World = deniedWorld({
  id: 'boundary-denies',
  title: 'The permissions boundary leaves pulls out',
  breaks: 'The policies of the execution role allow the pull, and its boundary allows tokens and logs alone.',
  because: BECAUSE.boundary,
  expect: { conclusion: 'explained', cause: 'denied-pull', answer: 'boundary-denies' },
  change(estate, role) {
    role.permissionsBoundary = BOUNDARY;
    findAccount(estate, WORKLOAD).policies.push({
      arn: BOUNDARY,
      name: 'ceiling',
      path: '/',
      versionId: 'v1',
      createdAt: ago(estate.now, { days: 200 }),
      document: policy(allow(['ecr:GetAuthorizationToken', 'logs:*'])),
    });
  },
});
