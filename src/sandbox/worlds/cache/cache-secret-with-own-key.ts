import { cachedWorld, LOGIN_FAILED } from '../parts/cached.ts';
import { findAccount } from '../parts/find.ts';
import { HOME, REGISTRY } from '../parts/names.ts';
import type { World } from '../world.ts';

export const cacheSecretWithOwnKey: World = cachedWorld({
  id: 'cache-secret-with-own-key',
  title: 'The credentials of the cache lie under a key of their own',
  breaks: 'The secret with the login for Docker Hub is encrypted under a customer managed key, which ECR cannot use.',
  reason: LOGIN_FAILED,
  expect: { conclusion: 'explained', cause: 'cache-secret-unusable' },
  change({ secret }, estate) {
    const arn = `arn:aws:kms:${HOME}:${REGISTRY}:key/5a8f3e1c-0d2b-4c7e-9f61-2b7d9c0e4a13`;
    secret.kmsKeyId = arn;
    findAccount(estate, REGISTRY).keys[HOME] = [
      { arn, createdAt: secret.createdAt, state: 'Enabled', manager: 'CUSTOMER', deletionAt: null, repositories: [] },
    ];
  },
});
