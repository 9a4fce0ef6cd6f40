import { distance } from 'fastest-levenshtein';
import { tagAsked } from '../../domain/image-reference.ts';
import type { Image } from '../../domain/facts/registry.ts';
import { listOf } from '../../lib/plural.ts';
import { defineCheck } from '../define-check.ts';

/** One slip, or a leading `v`: with two, `v1.0.0` would be "near" to every other release. */
const MOST_EDITS = 1;
const MOST_TAGS = 3;

export const mistypedTag = defineCheck({
  id: 'mistyped-tag',
  stage: 'manifest',
  step: 'object',
  question: 'Is there a tag that differs only in writing?',
  needs: ['image', 'images'],
  after: ['missing-image'],
  answers: {
    similar: { verdict: 'fail', says: 'The repository has {{tags}}: the tag may be written differently.' },
    'commits-only': {
      verdict: 'fail',
      says: 'Every tag of the repository is the name of a commit, so this one may never have been set. Pushed last: {{newest}}.',
    },
    none: { verdict: 'pass', says: 'No tag differs only in writing. Pushed last: {{newest}}.' },
    untagged: { verdict: 'pass', says: 'The repository holds no tagged image at all.' },
    digest: { verdict: 'not-applicable', says: 'The image is named by its digest.' },
    'still-there': { verdict: 'not-applicable', says: 'The tag is written as it is in the repository.' },
  },
  evaluate({ image: found, images }, { image }) {
    if (found !== null) return { answer: 'still-there' };
    if (image.digest !== undefined) return { answer: 'digest' };
    const wanted = tagAsked(image);
    const tags = images.flatMap(tagsOf).toSorted(newestFirst);
    if (tags.length === 0) return { answer: 'untagged' };
    const same = tags.filter(({ tag }) => isSameInOtherWriting(wanted, tag));
    if (same.length > 0) return { answer: 'similar', data: { tags: shown(same), nearest: same[0]?.tag ?? '' } };
    const isOneOfCommits = !isCommit(wanted) && tags.every(({ tag }) => isCommit(tag));
    return { answer: isOneOfCommits ? 'commits-only' : 'none', data: { newest: shown(tags) } };
  },
});

interface Tag {
  readonly tag: string;
  readonly pushedAt: string;
}

function tagsOf({ tags, pushedAt }: Image): readonly Tag[] {
  return tags.map((tag) => ({ tag, pushedAt }));
}

function newestFirst(a: Tag, b: Tag): number {
  return b.pushedAt.localeCompare(a.pushedAt);
}

function isSameInOtherWriting(wanted: string, tag: string): boolean {
  if (tag === wanted) return false;
  if (plain(wanted) === plain(tag)) return true;
  if (isCommit(wanted) && isCommit(tag))
    return plain(wanted).startsWith(plain(tag)) || plain(tag).startsWith(plain(wanted));
  // A digit more or less is another release or another commit, never a slip of the finger.
  return !/\d/.test(wanted) && distance(plain(wanted), plain(tag)) <= MOST_EDITS;
}

/** As git abbreviates them, or whole. Digits alone would be a date or a count. */
function isCommit(tag: string): boolean {
  return /^(?=.*[a-f])[\da-f]{7,40}$/.test(plain(tag));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/^v(?=\d)|^(?:sha|git|commit)[-_.]/, '')
    .replace(/[-_.+]/g, '.');
}

function shown(tags: readonly Tag[]): string {
  return listOf(tags.slice(0, MOST_TAGS).map(({ tag, pushedAt }) => `\`${tag}\` (pushed at ${pushedAt})`));
}
