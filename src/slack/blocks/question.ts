import { shortName } from '../../domain/image-reference.ts';
import type { ImageReference } from '../../domain/image-reference.ts';
import type { Drawn } from './drawn.ts';
import { drawLines, named } from './lines.ts';
import { code } from './text.ts';

/** The question that a story answers: `Why can shop/api:v2.1.0 not be pulled?` */
export function questionTitle(image: ImageReference | null): string {
  return `Why can ${nameOf(image)} not be pulled?`;
}

/** The message that opens a thread, when a question came without one. */
export function drawQuestion(user: string | null, image: ImageReference | null): Drawn {
  if (user === null) return drawLines([[questionTitle(image)]]);
  return drawLines([[named(user), ` asked why ${nameOf(image)} cannot be pulled.`]]);
}

/** The image by its short name. */
export function nameOf(image: ImageReference | null): string {
  return image === null ? 'this image' : code(shortName(image));
}
