import { healthyEstate } from '../healthy-estate.ts';
import { addCluster, clusterRef, POD_IMAGE } from '../parts/kubernetes.ts';
import type { World } from '../world.ts';

export const healthyEks: World = {
  id: 'healthy-eks',
  title: 'A node would pull it now',
  breaks: 'Nothing is broken: the one node group of the cluster may pull, and reaches the registry.',
  message: '',
  image: POD_IMAGE,
  workload: clusterRef(),
  expect: { conclusion: 'would-pull-now' },
  build(now) {
    const estate = healthyEstate(now);
    addCluster(estate);
    return estate;
  },
};
