import { cachedWorld, CACHED_IMAGE } from '../parts/cached.ts';
import type { World } from '../world.ts';

/** (ECR API reference, ImageFailure, names the code; the sentence around it is an assumption.) */
const REASON = `CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref ${CACHED_IMAGE}: unexpected status code 429 Too Many Requests: toomanyrequests: UpstreamTooManyRequests`;

export const cacheUpstreamRateLimited: World = cachedWorld({
  id: 'cache-upstream-rate-limited',
  title: 'Docker Hub counts the pulls of the cache',
  breaks: 'Nothing is wrong with the cache: Docker Hub had answered too often for its login, and told ECR so.',
  reason: REASON,
  expect: { conclusion: 'undetermined', says: 'toomanyrequests' },
  change: () => undefined,
});
