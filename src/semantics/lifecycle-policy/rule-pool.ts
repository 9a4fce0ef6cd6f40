import { literalTokens, matchesGlob, ANY_RUN, type GlobToken } from '../iam-policy/glob.ts';
import type { LifecycleImage, LifecycleRule, LifecycleSelection } from './lifecycle-policy.ts';

/**
 * The images that a rule is about, whether or not their number or age lets it act on them. Being in the pool of an
 * earlier rule protects an image from every later one.
 */
export function poolOf(rule: LifecycleRule, images: readonly LifecycleImage[]): readonly LifecycleImage[] {
  const selects = selector(rule.selection);
  return images.filter((image) => storageClassOf(image) === rule.storageClass && selects(image.tags));
}

function storageClassOf(image: LifecycleImage): LifecycleRule['storageClass'] {
  return image.status === 'ARCHIVED' ? 'archive' : 'standard';
}

/** For a list: each of its entries must match some tag, not the same one. */
function selector(selection: LifecycleSelection): (tags: readonly string[]) => boolean {
  if (selection.tagStatus !== 'tagged') return (tags) => selection.tagStatus === 'any' || tags.length === 0;
  const patterns = selection.list.map((entry) => tokensOf(entry, selection.listOf));
  return (tags) => patterns.every((pattern) => tags.some((tag) => matchesGlob(pattern, tag)));
}

/** A lifecycle pattern knows `*` and, unlike IAM's, no `?`. */
function tokensOf(entry: string, listOf: 'prefixes' | 'patterns'): readonly GlobToken[] {
  if (listOf === 'prefixes') return [...literalTokens(entry), ANY_RUN];
  return literalTokens(entry).map((character) => (character === '*' ? ANY_RUN : character));
}
