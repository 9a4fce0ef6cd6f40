import { keyWorld } from '../parts/encrypted.ts';
import type { World } from '../world.ts';

export const kmsKeyDisabled: World = keyWorld({
  id: 'kms-key-disabled',
  title: 'The key of the repository is disabled',
  breaks: 'Somebody disabled the KMS key that encrypts my-app, so ECR cannot decrypt its layers.',
  state: 'Disabled',
});
