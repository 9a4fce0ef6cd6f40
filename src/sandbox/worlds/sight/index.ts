import type { World } from '../world.ts';
import { accountNotConfigured } from './account-not-configured.ts';
import { crowdedTrail } from './crowded-trail.ts';
import { dockerHubImage } from './docker-hub-image.ts';
import { readerDeniedImages } from './reader-denied-images.ts';
import { readerDeniedOrganization } from './reader-denied-organization.ts';
import { readerDeniedRouteTables } from './reader-denied-route-tables.ts';
import { readerDeniedTrail } from './reader-denied-trail.ts';
import { readingRoleNotAssumable } from './reading-role-not-assumable.ts';
import { throttledRegistry } from './throttled-registry.ts';
import { throttledTrail } from './throttled-trail.ts';
import { trailTooShort } from './trail-too-short.ts';

/** What cannot be seen, and must not be guessed. In the order in which a visitor should meet them. */
export const SIGHT_WORLDS: readonly World[] = [
  readerDeniedImages,
  readerDeniedRouteTables,
  readerDeniedOrganization,
  readingRoleNotAssumable,
  accountNotConfigured,
  throttledRegistry,
  readerDeniedTrail,
  throttledTrail,
  crowdedTrail,
  trailTooShort,
  dockerHubImage,
];
