import { sentHome } from '../parts/abroad.ts';
import { replicatedWorld } from '../parts/replicated.ts';
import type { World } from '../world.ts';

export const replicationFailed: World = replicatedWorld({
  id: 'replication-failed',
  title: 'Replication of the image failed',
  breaks: 'eu-west-1 replicates the repositories of the shop, and failed to with v4.13.0 of shop/api.',
  hoursAgo: 3,
  // ECR documents that there is a code, and not which codes there are: this one is an assumption.
  change: (sent) => sentHome(sent, { status: 'FAILED', failureCode: 'AccessDenied' }),
});
