import { keyWorld } from '../parts/encrypted.ts';
import type { World } from '../world.ts';

export const kmsGrantGone: World = keyWorld({
  id: 'kms-grant-gone',
  title: 'ECR’s grant on the key of the repository is gone',
  breaks: 'Somebody revoked the grant by which ECR uses the KMS key of my-app, so it cannot decrypt its layers.',
  state: 'Enabled',
  answer: 'no-grant',
});
