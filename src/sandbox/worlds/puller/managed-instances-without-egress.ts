import { healthyEstate } from '../healthy-estate.ts';
import { failPull, serviceRef } from '../parts/failed-pull.ts';
import { findNetwork } from '../parts/find.ts';
import { registryHost } from '../parts/names.ts';
import { PRIVATE_SUBNETS, VPC } from '../parts/network.ts';
import { runOnManagedInstances } from '../parts/unseen-machines.ts';
import type { World } from '../world.ts';

const MESSAGE = `CannotPullContainerError: failed to resolve ref ${registryHost()}/my-app:v2.1.0: failed to do request: Head "https://${registryHost()}/v2/my-app/manifests/v2.1.0": dial tcp 44.213.79.20:443: i/o timeout`;
const GROUP = 'sg-0cc0000000000d001';

export const managedInstancesWithoutEgress: World = {
  id: 'managed-instances-without-egress',
  title: 'AWS manages the instances, and their group lets nothing out',
  breaks:
    'The tasks of my-app run on ECS Managed Instances, and the security group that the capacity provider gives those has no rule that lets HTTPS out. The group of the tasks has one.',
  message: MESSAGE,
  workload: serviceRef('my-app'),
  expect: { conclusion: 'explained', cause: 'egress-closed' },
  build(now) {
    const estate = healthyEstate(now);
    failPull(estate, 'my-app', MESSAGE);
    findNetwork(estate).securityGroups.push({
      groupId: GROUP,
      groupName: 'shop-managed',
      description: 'Managed instances of the shop',
      vpcId: VPC,
      ingress: [],
      egress: [],
    });
    runOnManagedInstances(estate, 'my-app', { subnets: [...PRIVATE_SUBNETS], securityGroups: [GROUP] });
    return estate;
  },
};
