import type { ImageReference } from '../domain/image-reference.ts';
import type { Symptom } from '../domain/incident.ts';
import { normalise } from '../intake/normalise.ts';
import { readMessage } from '../intake/parse-message.ts';
import type { Reading } from '../intake/parse-message.ts';
import { splitRecords } from '../intake/records.ts';

/**
 * What a message says of one image among several: the words that name it, and no other image's. `null` where the only
 * words that state a failure are another image's: a wrong quote would convict the wrong one.
 */
export function ownSymptom(
  text: string,
  { symptom, image, otherImages }: Reading,
  about: ImageReference,
): Symptom | null {
  for (const part of partsOf(text)) {
    if (!part.includes(about.repository)) continue;
    const own = readMessage(part);
    if (own.isPullFailure && own.otherImages.length === 0 && isOf(own, about)) return own.symptom;
  }
  const rivals = [image, ...otherImages].filter((other) => other !== null && other.repository !== about.repository);
  const isOthers = rivals.some((rival) => rival !== null && symptom?.quote.includes(rival.repository) === true);
  return isOthers && symptom?.quote.includes(about.repository) !== true ? null : symptom;
}

/** Records before lines: a record has the lines that continue it. */
function partsOf(text: string): string[] {
  const normalised = normalise(text);
  return [...splitRecords(normalised).map(({ flat }) => flat), ...normalised.split('\n')];
}

/** Whether the words can be about this image: nothing that both of them say differs. */
function isOf({ partialImage }: Reading, { repository, tag, digest }: ImageReference): boolean {
  if (partialImage?.repository !== repository) return false;
  const isTagged = partialImage.tag === null || tag === undefined || partialImage.tag === tag;
  return isTagged && (partialImage.digest === null || digest === undefined || partialImage.digest === digest);
}
