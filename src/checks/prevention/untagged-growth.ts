import { isImageIndex } from '../../domain/image-index.ts';
import { parseLifecyclePolicy } from '../../semantics/lifecycle-policy/index.ts';
import { defineCheck } from '../define-check.ts';

/** What one call of DescribeImages answers when nobody asks for more: beyond it, nobody tidies by hand. */
const MANY = 100;

export const untaggedGrowth = defineCheck({
  id: 'untagged-growth',
  stage: 'prevention',
  step: 'object',
  question: 'Is the repository kept free of images that no tag names any more?',
  needs: ['repository', 'images', 'lifecyclePolicy'],
  answers: {
    many: {
      verdict: 'fail',
      says: '`{{repository}}` holds {{count}} untagged images, and no lifecycle rule is about them.',
    },
    'may-be-parts': {
      verdict: 'unknown',
      says: '`{{repository}}` holds {{count}} untagged images, and no lifecycle rule is about them; how many of them are parts of its multi-platform images I cannot tell.',
    },
    few: { verdict: 'pass', says: 'Few images of `{{repository}}` are untagged: {{count}}.' },
    tidied: { verdict: 'pass', says: 'Lifecycle rule {{rule}} is about untagged images.' },
    'no-repository': { verdict: 'not-applicable', says: 'There is no repository that could grow.' },
    unreadable: { verdict: 'unknown', says: 'The lifecycle policy is not written in a way that I understand.' },
  },
  evaluate({ repository, images, lifecyclePolicy }) {
    if (repository === null) return { answer: 'no-repository' };
    const parsed = lifecyclePolicy === null ? { policy: { rules: [] } } : parseLifecyclePolicy(lifecyclePolicy.text);
    if ('problem' in parsed) return { answer: 'unreadable' };
    const tidying = parsed.policy.rules.find(
      ({ selection, storageClass }) => storageClass === 'standard' && selection.tagStatus !== 'tagged',
    );
    if (tidying !== undefined) return { answer: 'tidied', data: { rule: String(tidying.priority) } };
    // Signatures and the like have a subject instead of a tag, and go when it goes.
    const untagged = images.filter(
      ({ tags, status, subject }) => tags.length === 0 && status !== 'ARCHIVED' && subject === undefined,
    );
    // Where there is an index, what is none may be a part of it; where there is none, nothing is a part.
    const certain = images.some(isImageIndex) ? untagged.filter(isImageIndex).length : untagged.length;
    const data = { repository: repository.name };
    if (certain >= MANY) return { answer: 'many', data: { ...data, count: String(certain) } };
    const count = String(untagged.length);
    return { answer: untagged.length >= MANY ? 'may-be-parts' : 'few', data: { ...data, count } };
  },
});
