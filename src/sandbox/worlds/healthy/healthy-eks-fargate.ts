import { healthyEstate } from '../healthy-estate.ts';
import { addCluster, addFargateProfile, clusterRef, POD_IMAGE } from '../parts/kubernetes.ts';
import type { World } from '../world.ts';

export const healthyEksFargate: World = {
  id: 'healthy-eks-fargate',
  title: 'A pod on Fargate would pull it now',
  breaks:
    'Nothing is broken: the Fargate profile of namespace shop has a role that may pull, and subnets that lead out.',
  message: '',
  image: POD_IMAGE,
  workload: clusterRef({ namespace: 'shop' }),
  expect: { conclusion: 'would-pull-now' },
  build(now) {
    const estate = healthyEstate(now);
    addFargateProfile(estate, addCluster(estate));
    return estate;
  },
};
