import { healthyEstate } from '../healthy-estate.ts';
import { addCluster, addFargateProfile, clusterRef, FORBIDDEN, podMessage } from '../parts/kubernetes.ts';
import type { World } from '../world.ts';

const NODE = 'fargate-ip-10-20-32-9.ec2.internal';

export const podExecutionRoleMayNotPull: World = {
  id: 'pod-execution-role-may-not-pull',
  title: 'The pod execution role may not pull',
  breaks:
    'The pod runs on EKS Fargate, and the pod execution role of its profile has no right to pull; the nodes have.',
  message: podMessage(FORBIDDEN, NODE),
  workload: clusterRef({ namespace: 'shop', node: NODE }),
  expect: { conclusion: 'explained', cause: 'denied-pull', alsoWrong: ['denied-token'] },
  build(now) {
    const estate = healthyEstate(now);
    addFargateProfile(estate, addCluster(estate), []);
    return estate;
  },
};
