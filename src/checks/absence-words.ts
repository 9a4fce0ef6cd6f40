import type { Image } from '../domain/facts/registry.ts';

/** Why what was there cannot be pulled, as half a sentence that follows its name. */
export function absenceWords(image: Image | null): string {
  if (image === null) return 'is no longer in the repository';
  return image.status === 'ARCHIVED' ? 'lies in the archive' : 'is being restored from the archive';
}
