import { ENDPOINT_GROUP, findGroup, useEndpoints } from '../parts/private-network.ts';
import { networkWorld, tokenTimeout } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const endpointSecurityGroupClosed: World = networkWorld({
  id: 'endpoint-security-group-closed',
  title: 'The endpoint lets nobody in',
  breaks: 'The security group of the endpoints has no rule that lets the tasks in.',
  reason: tokenTimeout('10.20.16.10'),
  expect: { conclusion: 'explained', cause: 'endpoint-security-group' },
  change(network) {
    useEndpoints(network);
    findGroup(network, ENDPOINT_GROUP).ingress = [];
  },
});
