import { PRIVATE_SUBNETS, TASK_GROUP, VPC } from '../parts/network.ts';
import { findGroup } from '../parts/private-network.ts';
import { runSibling } from '../parts/siblings.ts';
import { networkWorld, SERVICE, tokenTimeout } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

const FORMER_GROUP = 'sg-0cc0000000000d001';

export const siblingWithOtherGroup: World = networkWorld({
  id: 'sibling-with-other-group',
  title: 'The tasks got another security group',
  breaks: 'The service wears a new security group that lets nothing out. A task from before wears the former one.',
  reason: tokenTimeout('44.213.79.10'),
  expect: { conclusion: 'explained', cause: 'egress-closed', because: ['sibling-pulled'] },
  change(network, estate) {
    const group = findGroup(network, TASK_GROUP);
    network.securityGroups.push({ ...group, groupId: FORMER_GROUP, groupName: 'shop-tasks-former', vpcId: VPC });
    group.egress = [];
    runSibling(estate, SERVICE, PRIVATE_SUBNETS[0], FORMER_GROUP);
  },
});
