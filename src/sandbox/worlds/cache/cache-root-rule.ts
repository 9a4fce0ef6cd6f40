import { cachedWorld, grantOnCache, IMPORT_ACTIONS, EXECUTION_ROLE } from '../parts/cached.ts';
import { findRole } from '../parts/find.ts';
import { registryHost, repositoryArn, WORKLOAD } from '../parts/names.ts';
import { allow, policy, PULL_ACTIONS } from '../parts/policy.ts';
import { ago } from '../parts/time.ts';
import type { World } from '../world.ts';

const ARN = repositoryArn('library/*');

export const cacheRootRule: World = cachedWorld({
  id: 'cache-root-rule',
  title: 'The secret of the rule for every other name is marked for deletion',
  breaks: 'A rule ROOT fetches whatever no other rule covers from Docker Hub, and somebody deleted its secret.',
  image: `${registryHost()}/library/nginx:1.29`,
  expect: { conclusion: 'explained', cause: 'cache-secret-unusable', answer: 'deleted' },
  change({ registry, rule, secret }, estate) {
    rule.prefix = 'ROOT';
    registry.policy = policy({ ...grantOnCache([...PULL_ACTIONS, ...IMPORT_ACTIONS]), Resource: ARN });
    findRole(estate, WORKLOAD, EXECUTION_ROLE).inlinePolicies = [
      { name: 'import', document: policy(allow(IMPORT_ACTIONS, ARN)) },
    ];
    secret.deletedAt = ago(estate.now, { days: 1 });
  },
});
