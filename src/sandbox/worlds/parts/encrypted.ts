import type { Estate, Key } from '../../aws/estate.ts';
import { healthyEstate } from '../healthy-estate.ts';
import type { World } from '../world.ts';
import { failPull, serviceRef } from './failed-pull.ts';
import { findAccount, findRepository } from './find.ts';
import { HOME, registryHost, REGISTRY, repositoryArn } from './names.ts';
import { ago } from './time.ts';

const NAME = 'my-app';
const IMAGE = `${registryHost()}/${NAME}:v2.1.0`;
const KEY = `arn:aws:kms:${HOME}:${REGISTRY}:key/5d0c1a7e-0000-4000-8000-0000000000a1`;

/** What the registry says when KMS refuses. (ECR API reference, KmsException; the rest of the sentence is an assumption.) */
const MESSAGE = `CannotPullContainerError: ref pull has been retried 1 time(s): failed to copy: httpReadSeeker: failed open: unexpected status code https://${registryHost()}/v2/${NAME}/blobs/: 400 Bad Request: KmsException: the KMS key of the repository cannot be used. Image: ${IMAGE}`;

/** Encrypts a repository with a key of KMS, which ECR may use. */
export function encrypt(estate: Estate, repositoryName: string): Key {
  const key: Key = {
    arn: KEY,
    createdAt: ago(estate.now, { days: 410 }),
    state: 'Enabled',
    manager: 'CUSTOMER',
    deletionAt: null,
    repositories: [repositoryArn(repositoryName)],
  };
  findAccount(estate, REGISTRY).keys[HOME] = [key];
  findRepository(estate, repositoryName).encryption = { type: 'KMS', key: KEY };
  return key;
}

/** A world in which the key of the repository is in a state that allows no use; `Enabled`: ECR's grant is gone instead. */
export function keyWorld(
  draft: Pick<World, 'id' | 'title' | 'breaks'> & {
    readonly state: 'Disabled' | 'PendingDeletion' | 'Enabled';
    readonly answer?: string;
  },
): World {
  const { state, answer, ...world } = draft;
  return {
    ...world,
    message: MESSAGE,
    workload: serviceRef(NAME),
    expect: { conclusion: 'explained', cause: 'key-unusable', ...(answer !== undefined && { answer }) },
    build(now) {
      const estate = healthyEstate(now);
      const deletionAt = state === 'PendingDeletion' ? ago(estate.now, { days: -5 }) : null;
      const key = encrypt(estate, NAME);
      Object.assign(key, { state, deletionAt, repositories: state === 'Enabled' ? [] : key.repositories });
      failPull(estate, NAME, MESSAGE);
      return estate;
    },
  };
}
