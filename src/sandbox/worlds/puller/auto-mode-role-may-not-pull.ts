import { healthyEstate } from '../healthy-estate.ts';
import { findNetwork } from '../parts/find.ts';
import { addMachineRole } from '../parts/instances.ts';
import { addCluster, clusterRef, FORBIDDEN, NODE_ROLE, podMessage } from '../parts/kubernetes.ts';
import { roleArn, WORKLOAD } from '../parts/names.ts';
import type { World } from '../world.ts';

export const autoModeRoleMayNotPull: World = {
  id: 'auto-mode-role-may-not-pull',
  title: 'The node role of Auto Mode may not pull',
  breaks: 'EKS Auto Mode starts the nodes of the cluster, with a role that has no right to pull.',
  message: podMessage(FORBIDDEN),
  workload: clusterRef({ namespace: 'shop' }),
  expect: { conclusion: 'explained', cause: 'denied-pull', alsoWrong: ['denied-token'] },
  build(now) {
    const estate = healthyEstate(now);
    addCluster(estate, { autoModeRole: roleArn(WORKLOAD, 'shop-auto'), nodegroups: [] });
    addMachineRole(estate, 'shop-auto', []);
    for (const node of findNetwork(estate).instances ?? []) {
      node.instanceProfile = node.instanceProfile?.replace(NODE_ROLE, 'shop-auto') ?? '';
      delete node.tags['eks:nodegroup-name'];
    }
    return estate;
  },
};
