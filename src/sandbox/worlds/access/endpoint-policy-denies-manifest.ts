import { BECAUSE, deniedWorld } from '../parts/denied.ts';
import { findNetwork } from '../parts/find.ts';
import { repositoryArn } from '../parts/names.ts';
import { allow, policy, PULL_ACTIONS } from '../parts/policy.ts';
import { findEndpoint, MANIFEST_ENDPOINT, useEndpoints } from '../parts/private-network.ts';
import type { World } from '../world.ts';

export const endpointPolicyDeniesManifest: World = deniedWorld({
  id: 'endpoint-policy-denies-manifest',
  title: 'The endpoint of ECR leads to other repositories',
  breaks: 'The policy of the ecr.dkr endpoint lets the network pull shop/web, and nothing else.',
  because: BECAUSE.endpoint,
  expect: { conclusion: 'explained', cause: 'endpoint-policy-denies' },
  change(estate) {
    const network = findNetwork(estate);
    useEndpoints(network);
    const ours = { ...allow(PULL_ACTIONS, repositoryArn('shop/web')), Principal: '*' };
    findEndpoint(network, MANIFEST_ENDPOINT).policyDocument = policy(ours);
  },
});
