import { listOf, plural } from '../../lib/plural.ts';
import type { LifecycleRule } from './lifecycle-policy.ts';

/** When a rule acts, as the end of a sentence that begins with "when". */
export function conditionOf({ count }: LifecycleRule): string {
  switch (count.type) {
    case 'imageCountMoreThan':
      return `there are more than ${plural(count.number, 'such image')}`;
    case 'sinceImagePushed':
      return `they were pushed more than ${plural(count.number, 'day')} ago`;
    case 'sinceImagePulled':
      return `they were last pulled more than ${plural(count.number, 'day')} ago`;
    case 'sinceImageTransitioned':
      return `they were archived more than ${plural(count.number, 'day')} ago`;
  }
}

/** What a rule is about: `images with tags that match `v*``. */
export function selectionOf({ selection }: LifecycleRule): string {
  if (selection.tagStatus !== 'tagged')
    return selection.tagStatus === 'any' ? 'images whatever their tags' : 'untagged images';
  const patterns = selection.list.map((entry) => `\`${selection.listOf === 'prefixes' ? `${entry}*` : entry}\``);
  return `images with tags that match ${listOf(patterns)}`;
}
