import { says, type MessageText } from './message-text.ts';
import { IMAGE_FIELDS, type PartialImage } from './partial-image.ts';
import type { Sighting } from './sighting.ts';
import { findSightings } from './sightings.ts';

/** At most so many further images of one message are worth a diagnosis of their own. */
const MOST_OTHERS = 4;

/** The images of a message: the one that it is about, and the others that failed with it. */
export interface ImagesFound {
  readonly main: PartialImage | null;
  readonly others: readonly PartialImage[];
}

/** The image that a message is about, with every part that any place of the message is sure of. */
export function chooseImages(message: MessageText): ImagesFound {
  const seen = findSightings(message);
  // What the kubelet could not parse is no image, and what stands inside it is not the image that was asked for.
  const trusted = says(message, 'failed to apply default image tag') ? seen.filter(({ weight }) => weight === 3) : seen;
  const sightings = trusted.map(({ image }) => image);
  const named = sightings.filter(({ repository }) => repository !== null);
  const first = firstOf(trusted);
  if (first === null) return { main: null, others: [] };
  const main = withDefaultTag(message, complete(first, sightings));
  const others: PartialImage[] = [];
  for (const { image, weight } of trusted) {
    if (weight < 3 || image.repository === null) continue;
    const isKnown = [main, ...others].some((known) => agree(known, image));
    if (!isKnown && others.length < MOST_OTHERS) others.push(complete(image, named));
  }
  return { main, others };
}

/** The place that says most of the image; what only stands beside the error yields to what the error says was asked. */
function firstOf(seen: readonly Sighting[]): PartialImage | null {
  const best = bestOf(seen);
  if (best?.standing !== 'bare') return best?.image ?? null;
  const asked = seen.filter(({ standing }) => standing === 'asked');
  const isAsked = asked.length === 0 || asked.some(({ image }) => agree(image, best.image));
  return (isAsked ? best : bestOf(asked))?.image ?? null;
}

function bestOf(seen: readonly Sighting[]): Sighting | undefined {
  return (
    seen.find(({ image }) => image.repository !== null) ?? seen.find(({ image }) => image.registry !== null) ?? seen[0]
  );
}

/** Fills what one place leaves out from places that agree with it. */
function complete(image: PartialImage, sightings: readonly PartialImage[]): PartialImage {
  let known = image;
  for (const other of sightings) {
    if (agree(known, other)) known = merge(known, other);
  }
  return known;
}

/** Whether two places can speak of one image: nothing that both of them say differs. */
function agree(a: PartialImage, b: PartialImage): boolean {
  return IMAGE_FIELDS.every((field) => a[field] === null || b[field] === null || a[field] === b[field]);
}

function merge(a: PartialImage, b: PartialImage): PartialImage {
  return {
    registry: a.registry ?? b.registry,
    account: a.account ?? b.account,
    region: a.region ?? b.region,
    repository: a.repository ?? b.repository,
    tag: a.tag ?? b.tag,
    digest: a.digest ?? b.digest,
  };
}

/** Source: docker/cli, which says it when no tag was given. */
function withDefaultTag(message: MessageText, image: PartialImage): PartialImage {
  const isDefault = image.tag === null && image.digest === null && says(message, 'using default tag: latest');
  return isDefault ? { ...image, tag: 'latest' } : image;
}
