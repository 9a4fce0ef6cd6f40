import { healthyEstate } from '../healthy-estate.ts';
import { findNetwork } from '../parts/find.ts';
import { addCluster, clusterRef, podMessage, UNREACHED } from '../parts/kubernetes.ts';
import { removeNat } from '../parts/private-network.ts';
import type { World } from '../world.ts';

export const nodesWithoutWayOut: World = {
  id: 'nodes-without-way-out',
  title: 'The nodes have no way out',
  breaks:
    'The node group general stands in private subnets with neither a NAT gateway nor VPC endpoints, and is empty.',
  message: podMessage(UNREACHED),
  workload: clusterRef({ nodegroup: 'general' }),
  expect: { conclusion: 'explained', cause: 'missing-route' },
  build(now) {
    const estate = healthyEstate(now);
    addCluster(estate);
    const network = findNetwork(estate);
    network.instances = [];
    removeNat(network);
    return estate;
  },
};
