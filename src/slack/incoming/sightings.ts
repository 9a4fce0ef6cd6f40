import type { ImageReference } from '../../domain/image-reference.ts';
import { ownWords, type OwnWords } from '../../intake/own-words.ts';
import type { Reading } from '../../intake/parse-message.ts';
import type { ReadText } from './message-event.ts';
import type { Sighting } from '../ports.ts';

/**
 * What a message reports, one sighting an image, at most five, each with what is said of that image; `null` when there is
 * nothing to look into: it names no image, no workload and no registry, and ECS, whose stopped tasks say why, did not
 * print it.
 */
export function sightingsOf({ text, reading }: ReadText): readonly [Sighting, ...Sighting[]] | null {
  const { image, otherImages, registry, workload, platform } = reading;
  if (image === null && workload === null && registry === null && platform !== 'ecs') return null;
  if (otherImages.length === 0) return [sightingOf(image, reading, reading)];
  const ofOne = (one: ImageReference) => sightingOf(one, ownWords(text, reading, one), reading);
  return [image === null ? sightingOf(null, reading, reading) : ofOne(image), ...otherImages.map(ofOne)];
}

/** Why a message without sightings is not looked into. */
export function whyNothing({ reading }: ReadText): 'nothing-named' | 'nothing-to-read' {
  return reading.isPullFailure ? 'nothing-named' : 'nothing-to-read';
}

function sightingOf(image: ImageReference | null, said: OwnWords, reading: Reading): Sighting {
  const { registry, workload, platform } = reading;
  const { symptom, denial, connection, failedAt } = said;
  return { image, registry, platform, symptom, workload, denial, connection, failedAt };
}
