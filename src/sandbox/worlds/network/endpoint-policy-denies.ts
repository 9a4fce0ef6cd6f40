import { allow, policy } from '../parts/policy.ts';
import { findEndpoint, LAYERS_ENDPOINT, useEndpoints } from '../parts/private-network.ts';
import { LAYERS_DENIED, networkWorld } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const endpointPolicyDenies: World = networkWorld({
  id: 'endpoint-policy-denies',
  title: 'The S3 endpoint allows only our buckets',
  breaks: 'The policy of the S3 endpoint names the buckets of the shop, and not the one from which ECR serves layers.',
  reason: LAYERS_DENIED,
  expect: { conclusion: 'explained', cause: 'endpoint-policy-denies' },
  change(network) {
    useEndpoints(network);
    const ours = { ...allow(['s3:GetObject'], 'arn:aws:s3:::shop-*/*'), Principal: '*' };
    findEndpoint(network, LAYERS_ENDPOINT).policyDocument = policy(ours);
  },
});
