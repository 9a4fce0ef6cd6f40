import { healthyEstate } from '../healthy-estate.ts';
import { findRole } from '../parts/find.ts';
import { addCluster, deniedTo, NODE_INSTANCE, NODE_ROLE, POD_IMAGE } from '../parts/kubernetes.ts';
import { WORKLOAD } from '../parts/names.ts';
import { allow, policy } from '../parts/policy.ts';
import type { World } from '../world.ts';

const MESSAGE = `Failed to pull image "${POD_IMAGE}": rpc error: code = Unknown desc = ${deniedTo(NODE_ROLE, NODE_INSTANCE)}`;

export const nodeNamedByDenial: World = {
  id: 'node-named-by-denial',
  title: 'The denial names the node',
  breaks: 'The role of the node gets a token and nothing else; its session, which the message names, is the instance.',
  message: MESSAGE,
  expect: { conclusion: 'explained', cause: 'denied-pull' },
  build(now) {
    const estate = healthyEstate(now);
    addCluster(estate, { policies: [] });
    findRole(estate, WORKLOAD, NODE_ROLE).inlinePolicies = [
      { name: 'token', document: policy(allow(['ecr:GetAuthorizationToken'])) },
    ];
    return estate;
  },
};
