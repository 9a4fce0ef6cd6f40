import { replicatedWorld } from '../parts/replicated.ts';
import type { World } from '../world.ts';

export const replicationLeavesOut: World = replicatedWorld({
  id: 'replication-leaves-out',
  title: 'The rule of replication is about other repositories',
  breaks: 'eu-west-1 replicates to us-east-1 what begins with `store/`, from before shop/api was made there.',
  prefix: 'store/',
  hoursAgo: 5,
});
