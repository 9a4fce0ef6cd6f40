import { cachedWorld } from '../parts/cached.ts';
import { registryHost } from '../parts/names.ts';
import type { World } from '../world.ts';

export const cacheWithoutLibrary: World = cachedWorld({
  id: 'cache-without-library',
  title: 'An official image without library/',
  breaks: 'The image is named docker-hub/nginx, and Docker Hub keeps its official images under library/.',
  image: `${registryHost()}/docker-hub/nginx:1.29`,
  // (ECR user guide, "Troubleshooting pull through cache issues": 403 where library/ is missing.)
  reason: `CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref ${registryHost()}/docker-hub/nginx:1.29: unexpected status from HEAD request to https://${registryHost()}/v2/docker-hub/nginx/manifests/1.29: 403 Forbidden`,
  expect: { conclusion: 'explained', cause: 'missing-library-prefix' },
  change: () => undefined,
});
