import { sentHome } from '../parts/abroad.ts';
import { replicatedWorld } from '../parts/replicated.ts';
import type { World } from '../world.ts';

export const replicationInProgress: World = replicatedWorld({
  id: 'replication-in-progress',
  title: 'Replication has not brought the image yet',
  breaks: 'v4.13.0 of shop/api was pushed to eu-west-1 minutes ago, and is still on its way to us-east-1.',
  hoursAgo: 0.1,
  recovery: ['wait', 'copy-from'],
  change: (sent) => sentHome(sent, { status: 'IN_PROGRESS' }),
});
