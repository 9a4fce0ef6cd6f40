import { BECAUSE, deniedWorld } from '../parts/denied.ts';
import { findRepository } from '../parts/find.ts';
import { WORKLOAD } from '../parts/names.ts';
import { grantPull, policy } from '../parts/policy.ts';
import { MANIFEST_ENDPOINT } from '../parts/private-network.ts';
import type { World } from '../world.ts';

export const repositoryPolicyWantsEndpoint: World = deniedWorld({
  id: 'repository-policy-wants-endpoint',
  title: 'The repository is open to one endpoint only',
  breaks: 'The policy of shop/api lets pulls in that come through an endpoint, and checkout pulls through NAT.',
  because: BECAUSE.resource,
  expect: { conclusion: 'explained', cause: 'denied-pull', answer: 'condition-fails' },
  change(estate) {
    const throughEndpoint = { Condition: { StringEquals: { 'aws:SourceVpce': MANIFEST_ENDPOINT } } };
    findRepository(estate, 'shop/api').policy = policy({ ...grantPull(WORKLOAD), ...throughEndpoint });
  },
});
