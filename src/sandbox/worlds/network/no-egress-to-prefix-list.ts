import { TASK_GROUP } from '../parts/network.ts';
import { ENDPOINT_GROUP, findGroup, HTTPS, useEndpoints } from '../parts/private-network.ts';
import { layersTimeout, networkWorld } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const noEgressToPrefixList: World = networkWorld({
  id: 'no-egress-to-prefix-list',
  title: 'The security group lets nothing out to S3',
  breaks:
    'The security group of the tasks allows HTTPS to the endpoints and not to the prefix list of S3, where layers come from.',
  reason: layersTimeout('52.216.12.34'),
  expect: { conclusion: 'explained', cause: 'no-egress-to-prefix-list' },
  change(network) {
    useEndpoints(network);
    findGroup(network, TASK_GROUP).egress = [{ ...HTTPS, securityGroupIds: [ENDPOINT_GROUP] }];
  },
});
