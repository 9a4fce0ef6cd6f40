import { TASK_GROUP } from '../parts/network.ts';
import { findGroup } from '../parts/private-network.ts';
import { networkWorld, tokenTimeout } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const taskGroupWithoutEgress: World = networkWorld({
  id: 'task-group-without-egress',
  title: 'The security group lets nothing out',
  breaks: 'The security group of the tasks has no outbound rule, as Terraform leaves it when nobody writes one.',
  reason: tokenTimeout('44.213.79.10'),
  expect: { conclusion: 'explained', cause: 'egress-closed' },
  change(network) {
    findGroup(network, TASK_GROUP).egress = [];
  },
});
