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

/**
 * Whether every image in the pool of one rule is in the pool of the other, whatever images there are. Of lists that
 * only happen to cover each other it may say no.
 */
export function isWithin(inner: LifecycleRule, outer: LifecycleRule): boolean {
  const [within, around] = [inner.selection, outer.selection];
  if (inner.storageClass !== outer.storageClass) return false;
  if (around.tagStatus === 'any') return true;
  if (within.tagStatus !== 'tagged' || around.tagStatus !== 'tagged') return within.tagStatus === around.tagStatus;
  // A star in the text stands for any run, and only a star of the pattern can take it: what matches so always matches.
  const texts = within.list.map((entry) => (within.listOf === 'prefixes' ? `${entry}*` : entry));
  return around.list
    .map((entry) => tokensOf(entry, around.listOf))
    .every((pattern) => texts.some((text) => matchesGlob(pattern, text)));
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
