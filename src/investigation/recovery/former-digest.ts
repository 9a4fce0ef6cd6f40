import type { EcrIncident } from '../../domain/check.ts';
import { tagAsked } from '../../domain/image-reference.ts';
import type { Facts } from '../../domain/facts.ts';

/**
 * The digest of the image that is gone: the message's own, or the one that the tag named last, as CloudTrail tells it.
 * `null` when no record says so. Either half of the history is enough: a removal names what went, and a push names what
 * the tag was given to.
 */
export function formerDigest(
  { image }: EcrIncident,
  { pushes = [], removals = [] }: Partial<Pick<Facts, 'pushes' | 'removals'>>,
): string | null {
  if (image.digest !== undefined) return image.digest;
  const tag = tagAsked(image);
  const pushed = pushes.filter((push) => push.tag === tag);
  const removed = removals.filter((removal) => removal.tags.includes(tag) && removal.digest !== null);
  const [last] = [...pushed, ...removed].toSorted((a, b) => b.at.localeCompare(a.at));
  return last?.digest ?? null;
}
