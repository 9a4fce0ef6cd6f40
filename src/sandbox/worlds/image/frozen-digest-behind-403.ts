import { healthyEstate } from '../healthy-estate.ts';
import { failPull, serviceRef } from '../parts/failed-pull.ts';
import { findImage } from '../parts/find.ts';
import { pushAnew } from '../parts/frozen.ts';
import { registryHost } from '../parts/names.ts';
import type { World } from '../world.ts';

const { digest: FROZEN } = findImage(healthyEstate(), 'my-app', 'v2.1.0');
const IMAGE = `${registryHost()}/my-app:v2.1.0@${FROZEN}`;
const MESSAGE = `CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref ${IMAGE}: unexpected status from HEAD request to https://${registryHost()}/v2/my-app/blobs/${FROZEN}: 403 Forbidden`;

export const frozenDigestBehind403: World = {
  id: 'frozen-digest-behind-403',
  title: 'A missing digest that reads like a denial',
  breaks:
    'The image that ECS froze for my-app has expired. containerd then asks for it as a layer, and reports the 403 that it gets for that.',
  message: MESSAGE,
  workload: serviceRef('my-app'),
  expect: { conclusion: 'explained', cause: 'frozen-digest' },
  build(now) {
    const estate = healthyEstate(now);
    pushAnew(estate, 'my-app', 'v2.1.0');
    failPull(estate, 'my-app', MESSAGE);
    return estate;
  },
};
