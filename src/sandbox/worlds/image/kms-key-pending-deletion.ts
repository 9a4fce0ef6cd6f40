import { keyWorld } from '../parts/encrypted.ts';
import type { World } from '../world.ts';

export const kmsKeyPendingDeletion: World = keyWorld({
  id: 'kms-key-pending-deletion',
  title: 'The key of the repository is to be deleted',
  breaks: 'The KMS key that encrypts my-app is scheduled for deletion, and is out of use until then.',
  state: 'PendingDeletion',
});
