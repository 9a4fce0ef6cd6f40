import type { PartialImage } from './partial-image.ts';

/** One place of a message that says something about the image. */
export interface Sighting {
  readonly image: PartialImage;
  /** As in `ImageFrame`. */
  readonly weight: 1 | 2 | 3;
  /** Where in the message, to prefer what it says first. */
  readonly place: number;
}
