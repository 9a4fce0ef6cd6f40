import { replicatedWorld } from '../parts/replicated.ts';
import type { World } from '../world.ts';

export const replicationNotPassedOn: World = replicatedWorld({
  id: 'replication-not-passed-on',
  title: 'Replication does not pass on what came by replication',
  breaks: 'v4.13.0 of shop/api came to eu-west-1 by replication, and what comes so is not replicated on to us-east-1.',
  hoursAgo: 5,
});
