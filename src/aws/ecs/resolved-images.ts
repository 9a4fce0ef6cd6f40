import type { ServiceRevision as EcsServiceRevision } from '@aws-sdk/client-ecs';
import type { ServiceRevision } from '../../domain/facts/puller.ts';

/** What the containers of a service revision pull, with the digests to which ECS resolved their tags. */
export function resolvedImages({ containerImages = [] }: EcsServiceRevision): ServiceRevision['images'] {
  return containerImages.map(({ containerName = '', image = '', imageDigest }) => ({
    container: containerName,
    image,
    digest: imageDigest ?? null,
  }));
}
