import { WORKLOAD } from '../parts/names.ts';
import { removeNat } from '../parts/private-network.ts';
import { networkWorld, tokenTimeout } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const readerDeniedRouteTables: World = networkWorld({
  id: 'reader-denied-route-tables',
  title: 'The bot may not look at route tables',
  breaks:
    'The reading role of the workload account lacks ec2:DescribeRouteTables, so nobody can tell whether the tasks reach ECR.',
  reason: tokenTimeout('44.213.79.10'),
  expect: { conclusion: 'undetermined' },
  change(network, estate) {
    removeNat(network);
    estate.deniedToReader[WORKLOAD] = ['ec2:DescribeRouteTables'];
  },
});
