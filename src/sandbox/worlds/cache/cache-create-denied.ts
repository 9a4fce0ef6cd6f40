import { cachedWorld, EXECUTION_ROLE } from '../parts/cached.ts';
import { findRole } from '../parts/find.ts';
import { repositoryArn, WORKLOAD } from '../parts/names.ts';
import { allow, policy } from '../parts/policy.ts';
import type { World } from '../world.ts';

export const cacheCreateDenied: World = cachedWorld({
  id: 'cache-create-denied',
  title: 'The role may import, and may not make a repository',
  breaks: 'Nobody has pulled this image yet, and the execution role lacks the right to create its repository.',
  expect: { conclusion: 'explained', cause: 'denied-import' },
  change(_cache, estate) {
    findRole(estate, WORKLOAD, EXECUTION_ROLE).inlinePolicies = [
      {
        name: 'import',
        document: policy(allow(['ecr:BatchImportUpstreamImage'], repositoryArn('docker-hub/*'))),
      },
    ];
  },
});
