import { cachedWorld, LOGIN_FAILED } from '../parts/cached.ts';
import { ago } from '../parts/time.ts';
import type { World } from '../world.ts';

export const cacheSecretDeleted: World = cachedWorld({
  id: 'cache-secret-deleted',
  title: 'The credentials of the cache are being deleted',
  breaks: 'Somebody scheduled the secret with the login for Docker Hub for deletion.',
  reason: LOGIN_FAILED,
  expect: { conclusion: 'explained', cause: 'cache-secret-unusable' },
  change({ secret }, estate) {
    secret.deletedAt = ago(estate.now, { days: 3 });
  },
});
