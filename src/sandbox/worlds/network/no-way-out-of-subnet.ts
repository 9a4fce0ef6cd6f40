import { healthyEstate } from '../healthy-estate.ts';
import { failPull, serviceRef } from '../parts/failed-pull.ts';
import { findNetwork } from '../parts/find.ts';
import type { World } from '../world.ts';

const MESSAGE =
  'CannotPullContainerError: ref pull has been retried 5 time(s): failed to copy: httpReadSeeker: failed open: failed to do request: dial tcp 123456789012.dkr.ecr.us-east-1.amazonaws.com:443: i/o timeout';

export const noWayOutOfSubnet: World = {
  id: 'no-way-out-of-subnet',
  title: 'The subnet has no way out',
  breaks: 'The private subnets of my-app have neither a NAT gateway nor VPC endpoints, so no task reaches ECR.',
  message: MESSAGE,
  workload: serviceRef('my-app'),
  expect: { conclusion: 'explained', cause: 'missing-route' },
  build(now) {
    const estate = healthyEstate(now);
    const network = findNetwork(estate);
    network.natGateways = [];
    for (const table of network.routeTables)
      table.routes = table.routes.filter(({ natGatewayId }) => natGatewayId === undefined);
    failPull(estate, 'my-app', MESSAGE);
    return estate;
  },
};
