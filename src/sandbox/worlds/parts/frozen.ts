import type { Estate, Image } from '../../aws/estate.ts';
import { findImage, findRepository, findService } from './find.ts';
import { image } from './registry.ts';
import { ago } from './time.ts';

/** The tag of a service was pushed anew, and a lifecycle rule took the image that it named before. Gives the digest that is gone. */
export function pushAnew(estate: Estate, repositoryName: string, tag: string): string {
  const repository = findRepository(estate, repositoryName);
  const old = findImage(estate, repositoryName, tag);
  const anew: Image = {
    ...image(repositoryName, [`${tag} anew`], ago(estate.now, { hours: 30 })),
    tags: [tag],
    lastPulledAt: ago(estate.now, { hours: 2 }),
  };
  repository.images = [...repository.images.filter((each) => each !== old), anew];
  return old.digest;
}

/** The containers of a service ask for their tags each time, as `versionConsistency: disabled` makes them. */
export function neverFreeze(estate: Estate, serviceName: string): void {
  for (const revision of findService(estate, serviceName).serviceRevisions) {
    for (const container of revision.containerImages) delete container.imageDigest;
  }
}
