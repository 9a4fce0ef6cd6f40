import type { ImageReference } from '../domain/image-reference.ts';
import type { Reading } from '../intake/parse-message.ts';
import type { Sighting } from './ports.ts';

/** What a message reports, one sighting an image, at most five; `null` when there is nothing to look into: it names no image, no workload and no registry, and ECS, whose stopped tasks say why, did not print it. */
export function sightingsOf(reading: Reading): readonly [Sighting, ...Sighting[]] | null {
  const { image, otherImages, registry, workload, platform } = reading;
  if (image === null && workload === null && registry === null && platform !== 'ecs') return null;
  const others = otherImages.map((other) => sightingOf(other, reading));
  return [sightingOf(image, reading), ...others];
}

function sightingOf(image: ImageReference | null, reading: Reading): Sighting {
  const { registry, workload, platform, symptom, denial, connection, failedAt } = reading;
  return { image, registry, platform, symptom, workload, denial, connection, failedAt };
}
