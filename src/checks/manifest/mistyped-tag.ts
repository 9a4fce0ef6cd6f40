import { distance } from 'fastest-levenshtein';
import type { Image } from '../../domain/registry-facts.ts';
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
    none: { verdict: 'pass', says: 'No tag differs only in writing. Pushed last: {{newest}}.' },
    untagged: { verdict: 'pass', says: 'The repository holds no tagged image at all.' },
    digest: { verdict: 'not-applicable', says: 'The image is named by its digest.' },
    'still-there': { verdict: 'not-applicable', says: 'The tag is written as it is in the repository.' },
  },
  evaluate({ image: found, images }, { image }) {
    if (found !== null) return { answer: 'still-there' };
    if (image.digest !== undefined) return { answer: 'digest' };
    const wanted = image.tag ?? 'latest';
    const tagged = images.filter(({ tags }) => tags.length > 0).toSorted(newestFirst);
    if (tagged.length === 0) return { answer: 'untagged' };
    const same = tagged.flatMap(({ tags }) => tags.filter((tag) => isSameInOtherWriting(wanted, tag)));
    if (same.length > 0) return { answer: 'similar', data: { tags: quoted(same), nearest: same[0] ?? '' } };
    return { answer: 'none', data: { newest: quoted(tagged.map(({ tags }) => tags[0] ?? '')) } };
  },
});

function newestFirst(a: Image, b: Image): number {
  return b.pushedAt.localeCompare(a.pushedAt);
}

function isSameInOtherWriting(wanted: string, tag: string): boolean {
  if (tag === wanted) return false;
  if (plain(wanted) === plain(tag)) return true;
  // A digit more or less is another release or another commit, never a slip of the finger.
  return !/\d/.test(wanted) && distance(plain(wanted), plain(tag)) <= MOST_EDITS;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/^v(?=\d)/, '')
    .replace(/[-_.+]/g, '.');
}

function quoted(tags: readonly string[]): string {
  return listOf(tags.slice(0, MOST_TAGS).map((tag) => `\`${tag}\``));
}
