import { useImage } from '../parts/failed-pull.ts';
import { leadOutByIpv6 } from '../parts/ipv6.ts';
import { HOME, REGISTRY } from '../parts/names.ts';
import { networkWorld, SERVICE } from '../parts/unreachable.ts';
import type { World } from '../world.ts';

const HOST = `${REGISTRY}.dkr-ecr.${HOME}.on.aws`;
const IMAGE = `${HOST}/my-app:v2.1.0`;

export const dualStackHostOverIpv6: World = networkWorld({
  id: 'dual-stack-host-over-ipv6',
  title: 'IPv6 leads out, if the task has it',
  breaks:
    'The image is named by the dual-stack host of the registry, an egress-only internet gateway is the only way out, and whether a task gets an address of IPv6 depends on a setting of its account.',
  reason: `CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref ${IMAGE}: failed to do request: Head "https://${HOST}/v2/my-app/manifests/v2.1.0": net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)`,
  expect: { conclusion: 'undetermined' },
  change(network, estate) {
    leadOutByIpv6(network);
    useImage(estate, SERVICE, IMAGE);
  },
});
