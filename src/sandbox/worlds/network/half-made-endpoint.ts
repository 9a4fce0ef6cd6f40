import { ENDPOINT_GROUP, findEndpoint, findGroup, MANIFEST_ENDPOINT, useEndpoints } from '../parts/private-network.ts';
import { manifestTimeout, networkWorld } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const halfMadeEndpoint: World = networkWorld({
  id: 'half-made-endpoint',
  title: 'An endpoint took the name over, and lets nobody in',
  breaks:
    'The subnets reach the internet by NAT. A new endpoint of ecr.dkr with private DNS took the name over for the whole VPC, and its security group lets nobody in.',
  reason: manifestTimeout('10.20.16.11'),
  expect: { conclusion: 'explained', cause: 'endpoint-security-group' },
  change(network) {
    const before = structuredClone(network);
    useEndpoints(network);
    findGroup(network, ENDPOINT_GROUP).ingress = [];
    const { natGateways, routeTables } = before;
    const own = network.securityGroups.filter(({ groupId }) => groupId === ENDPOINT_GROUP);
    Object.assign(network, {
      natGateways,
      routeTables,
      securityGroups: [...before.securityGroups, ...own],
      vpcEndpoints: [findEndpoint(network, MANIFEST_ENDPOINT)],
    });
  },
});
