import { useEndpoints } from '../parts/private-network.ts';
import { SECRET, takeSecret } from '../parts/side-services.ts';
import { networkWorld, SERVICE } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const secretsUnreachable: World = networkWorld({
  id: 'secrets-unreachable',
  title: 'The secret cannot be reached, and the image can',
  breaks:
    'The subnets have endpoints for all that a pull needs and none of Secrets Manager, where the task has a secret.',
  // (ECS developer guide, "ResourceInitializationError".)
  reason: `ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 5 time(s): failed to fetch secret ${SECRET} from secrets manager: RequestCanceled: request context canceled caused by: context deadline exceeded`,
  expect: { conclusion: 'explained', cause: 'side-service-unreachable' },
  change(network, estate) {
    useEndpoints(network);
    takeSecret(estate, SERVICE);
  },
});
