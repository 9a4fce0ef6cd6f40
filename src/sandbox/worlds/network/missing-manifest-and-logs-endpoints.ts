import { MANIFEST_ENDPOINT, useEndpoints } from '../parts/private-network.ts';
import { logToCloudWatch } from '../parts/side-services.ts';
import { manifestTimeout, networkWorld, SERVICE } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

export const missingManifestAndLogsEndpoints: World = networkWorld({
  id: 'missing-manifest-and-logs-endpoints',
  title: 'Two endpoints are missing, and one of them stops the pull',
  breaks: 'The subnets have no NAT, and endpoints neither of ecr.dkr nor of CloudWatch Logs, to which the task logs.',
  reason: manifestTimeout('44.213.79.10'),
  expect: { conclusion: 'explained', cause: 'missing-endpoint', follows: ['side-service-unreachable'] },
  change(network, estate) {
    useEndpoints(network);
    network.vpcEndpoints = network.vpcEndpoints.filter(({ vpcEndpointId }) => vpcEndpointId !== MANIFEST_ENDPOINT);
    logToCloudWatch(estate, SERVICE);
  },
});
