import type { Image } from '../../aws/estate.ts';
import { healthyEstate } from '../healthy-estate.ts';
import type { World } from '../world.ts';
import { pushAbroad, replicateHome } from './abroad.ts';
import { failPull, notFoundMessage, serviceRef, useImage } from './failed-pull.ts';
import { registryHost } from './names.ts';

const IMAGE = `${registryHost()}/shop/api:v4.13.0`;
const MESSAGE = notFoundMessage(IMAGE);

interface ReplicatedWorld extends Pick<World, 'id' | 'title' | 'breaks'> {
  /** What the rule of the other Region is about. */
  readonly prefix?: string;
  /** How long ago the image came to the other Region. */
  readonly hoursAgo: number;
  readonly recovery?: World['expect']['recovery'];
  readonly change?: (sent: Image) => void;
}

/** A service asks at home for an image that is in another Region, which has a rule to replicate to here. */
export function replicatedWorld({
  prefix = 'shop/',
  hoursAgo,
  recovery = ['copy-from'],
  change,
  ...world
}: ReplicatedWorld): World {
  return {
    ...world,
    message: MESSAGE,
    workload: serviceRef('checkout'),
    expect: {
      conclusion: 'explained',
      cause: 'missing-image',
      because: ['image-elsewhere', 'replication-unfinished'],
      recovery,
    },
    build(now) {
      const estate = healthyEstate(now);
      replicateHome(estate, prefix);
      const sent = pushAbroad(estate, 'shop/api', 'v4.13.0', { hours: hoursAgo });
      change?.(sent);
      useImage(estate, 'checkout', IMAGE);
      failPull(estate, 'checkout', MESSAGE);
      return estate;
    },
  };
}
