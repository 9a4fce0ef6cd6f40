import { IMAGE_FRAMES, type ImageFrame } from './image-frames.ts';
import { placesAfter, type MessageText } from './message-text.ts';
import { IMAGE_FIELDS, readPartialImage, type PartialImage } from './partial-image.ts';
import type { Sighting } from './sighting.ts';
import { readReference, readReferenceBefore, type WrittenReference } from './read-reference.ts';
import { bareSightings } from './bare-sightings.ts';
import { askedSightings } from './asked-sightings.ts';

/** Every place of a message that names an image, a registry or a repository; the weightiest first, then in their order. */
export function findSightings(message: MessageText): Sighting[] {
  const all = [
    ...IMAGE_FRAMES.flatMap((frame) => framed(message, frame)),
    ...askedSightings(message),
    ...bareSightings(message),
  ];
  return all.filter(({ image }) => !isSilent(image)).toSorted((a, b) => b.weight - a.weight || a.place - b.place);
}

function framed(message: MessageText, frame: ImageFrame): Sighting[] {
  const sightings: Sighting[] = [];
  for (const place of placesAfter(message, frame.before)) {
    const found =
      frame.after === undefined
        ? readReference(message.flat, place, frame.style !== 'command')
        : readReferenceBefore(message.flat, place, frame.after);
    if (!mayBeImage(message, found, frame)) continue;
    const image = readPartialImage(found.written);
    sightings.push({ image, weight: found.mayBeCut ? 1 : frame.weight, standing: standingOf(frame), place });
  }
  return sightings;
}

/** An image in a manifest or a file stands beside the error, and not in it. */
function standingOf({ weight }: ImageFrame): Sighting['standing'] {
  return weight === 1 ? 'bare' : 'framed';
}

/** How people go on after the name of a command: `docker pull failed`. */
const SAID_OF_COMMANDS =
  /^(?:fails?|failed|failure|failing|errors?|errored|denied|again|commands?|requests?|limits?|images?)$/i;

/** A bare word is an image only where nothing else can stand. */
function mayBeImage(message: MessageText, { written, end }: WrittenReference, frame: ImageFrame): boolean {
  if (written === '' || written.startsWith('http') || /^\d+(?:\.[a-z.]*)?$/.test(written)) return false;
  if (frame.style === 'sentence' || /[/:@]/.test(written)) return true;
  return (
    frame.style === 'command' &&
    !SAID_OF_COMMANDS.test(written) &&
    /^["'`]?(?:\n|$)/.test(message.flat.slice(end, end + 2))
  );
}

function isSilent(image: PartialImage): boolean {
  return IMAGE_FIELDS.every((field) => image[field] === null);
}
