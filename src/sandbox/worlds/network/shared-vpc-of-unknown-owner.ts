import { STAGING } from '../parts/names.ts';
import { useEndpoints } from '../parts/private-network.ts';
import { ownVpcIn } from '../parts/shared-vpc.ts';
import { manifestTimeout, networkWorld } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const sharedVpcOfUnknownOwner: World = networkWorld({
  id: 'shared-vpc-of-unknown-owner',
  title: 'The VPC is shared by an account that the bot does not know',
  breaks:
    'The subnets belong to the staging account, in which the bot has no role: its endpoints are there, and cannot be seen from the workload account.',
  reason: manifestTimeout('10.20.16.11'),
  expect: { conclusion: 'undetermined' },
  change(network, estate) {
    useEndpoints(network);
    ownVpcIn(estate, STAGING);
  },
});
