import { useEndpoints } from '../parts/private-network.ts';
import { logToCloudWatch } from '../parts/side-services.ts';
import { manifestTimeout, networkWorld, SERVICE } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const logsUnreachable: World = networkWorld({
  id: 'logs-unreachable',
  title: 'It would pull now, and could not log',
  breaks:
    'The subnets have endpoints for all that a pull needs and none of CloudWatch Logs, to which the task logs. The error is from before.',
  reason: manifestTimeout('44.213.79.10'),
  expect: { conclusion: 'would-pull-now', alsoWrong: ['side-service-unreachable'] },
  change(network, estate) {
    useEndpoints(network);
    logToCloudWatch(estate, SERVICE);
  },
});
