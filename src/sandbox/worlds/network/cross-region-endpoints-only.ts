import { repositoryAbroad } from '../parts/abroad.ts';
import { useImage } from '../parts/failed-pull.ts';
import { ABROAD, REGISTRY, registryHost } from '../parts/names.ts';
import { TASK_GROUP } from '../parts/network.ts';
import { findGroup, useEndpoints } from '../parts/private-network.ts';
import { networkWorld, SERVICE } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

const HOST = registryHost(REGISTRY, ABROAD);
const IMAGE = `${HOST}/my-app:v2.1.0`;

export const crossRegionEndpointsOnly: World = networkWorld({
  id: 'cross-region-endpoints-only',
  title: 'The endpoints serve another Region than the image’s',
  breaks: 'The task pulls from eu-west-1, and the subnets have no NAT and only endpoints of us-east-1.',
  reason: `CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref ${IMAGE}: failed to do request: Head "https://${HOST}/v2/my-app/manifests/v2.1.0": dial tcp 52.94.5.20:443: i/o timeout`,
  expect: { conclusion: 'explained', cause: 'missing-endpoint' },
  change(network, estate) {
    const { egress } = findGroup(network, TASK_GROUP);
    useEndpoints(network);
    findGroup(network, TASK_GROUP).egress = egress;
    repositoryAbroad(estate, 'my-app', 'v2.1.0');
    useImage(estate, SERVICE, IMAGE);
  },
});
