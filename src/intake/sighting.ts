import type { PartialImage } from './partial-image.ts';

/** One place of a message that says something about the image. */
export interface Sighting {
  readonly image: PartialImage;
  /** As in `ImageFrame`. */
  readonly weight: 1 | 2 | 3;
  /**
   * What makes it one: words of a product before it, what the error says was asked (an URL, an ARN), or nothing but its own
   * shape, so that it may as well belong to advice beside the error.
   */
  readonly standing: 'framed' | 'asked' | 'bare';
  /** Where in the message, to prefer what it says first. */
  readonly place: number;
}
