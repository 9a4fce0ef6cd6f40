import { useImage } from '../parts/failed-pull.ts';
import { HOME, REGISTRY } from '../parts/names.ts';
import { useEndpoints } from '../parts/private-network.ts';
import { networkWorld, SERVICE } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

const HOST = `${REGISTRY}.dkr-ecr.${HOME}.on.aws`;
const IMAGE = `${HOST}/my-app:v2.1.0`;

export const dualStackHostBehindEndpoints: World = networkWorld({
  id: 'dual-stack-host-behind-endpoints',
  title: 'The image is named by its dual-stack host',
  breaks:
    'The task definition names the dual-stack host of the registry, and AWS’s pages disagree on whether the endpoints of the VPC answer for it.',
  reason: `CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref ${IMAGE}: failed to do request: Head "https://${HOST}/v2/my-app/manifests/v2.1.0": net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)`,
  expect: { conclusion: 'undetermined' },
  change(network, estate) {
    useEndpoints(network);
    useImage(estate, SERVICE, IMAGE);
  },
});
