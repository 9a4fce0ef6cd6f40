import { cachedWorld } from '../parts/cached.ts';
import { findNetwork } from '../parts/find.ts';
import { useEndpoints } from '../parts/private-network.ts';
import type { World } from '../world.ts';

export const cacheWithoutInternet: World = cachedWorld({
  id: 'cache-without-internet',
  title: 'A first pull through the cache, and no way to the internet',
  breaks:
    'The subnets reach ECR and S3 through endpoints alone; for a first pull ECR sends the task to Docker Hub itself.',
  // (Such a redirect is shown in aws/containers-roadmap, issue 2304.)
  reason:
    'CannotPullContainerError: ref pull has been retried 5 time(s): failed to copy: httpReadSeeker: failed open: failed to do request: Get "https://production.cloudflare.docker.com/registry-v2/docker/registry/v2/blobs/sha256/1c/data": dial tcp 104.16.99.215:443: i/o timeout',
  expect: { conclusion: 'explained', cause: 'no-way-to-upstream' },
  change(_cache, estate) {
    useEndpoints(findNetwork(estate));
  },
});
