import { cachedWorld, LOGIN_FAILED } from '../parts/cached.ts';
import type { World } from '../world.ts';

export const cacheLoginRefused: World = cachedWorld({
  id: 'cache-login-refused',
  title: 'Docker Hub refuses the credentials of the cache',
  breaks: 'The secret is there and can be read, and the access token in it was revoked at Docker Hub.',
  reason: LOGIN_FAILED,
  expect: { conclusion: 'explained', cause: 'upstream-refuses' },
  change({ rule }) {
    rule.upstreamRefuses = 'The authentication to the upstream registry failed.';
  },
});
