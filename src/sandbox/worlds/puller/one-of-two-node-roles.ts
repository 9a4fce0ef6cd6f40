import { healthyEstate } from '../healthy-estate.ts';
import { addMachineRole } from '../parts/instances.ts';
import { addCluster, clusterRef, FORBIDDEN, podMessage } from '../parts/kubernetes.ts';
import { roleArn, WORKLOAD } from '../parts/names.ts';
import { PRIVATE_SUBNETS } from '../parts/network.ts';
import type { World } from '../world.ts';

export const oneOfTwoNodeRoles: World = {
  id: 'one-of-two-node-roles',
  title: 'One of two node groups may pull',
  breaks:
    'The cluster has two node groups of different roles, one of which may not pull; nobody says which node it was.',
  message: podMessage(FORBIDDEN),
  workload: clusterRef({ namespace: 'shop' }),
  expect: { conclusion: 'undetermined' },
  build(now) {
    const estate = healthyEstate(now);
    const cluster = addCluster(estate);
    addMachineRole(estate, 'shop-batch-nodes', []);
    cluster.nodegroups.push({
      name: 'batch',
      nodeRole: roleArn(WORKLOAD, 'shop-batch-nodes'),
      subnets: [...PRIVATE_SUBNETS],
      amiType: 'AL2023_x86_64_STANDARD',
    });
    return estate;
  },
};
