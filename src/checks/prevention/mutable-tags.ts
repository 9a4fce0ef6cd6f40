import { matchesTagFilter } from '../../semantics/tag-filter.ts';
import { defineCheck } from '../define-check.ts';

export const mutableTags = defineCheck({
  id: 'mutable-tags',
  stage: 'prevention',
  step: 'object',
  question: 'Are the tags of the repository protected from being overwritten?',
  needs: ['repository'],
  answers: {
    immutable: { verdict: 'pass', says: 'Tags of `{{repository}}` cannot be overwritten.' },
    'immutable-but': { verdict: 'pass', says: 'Tags of `{{repository}}` cannot be overwritten, except {{filters}}.' },
    mutable: { verdict: 'fail', says: 'Tags of `{{repository}}` can be overwritten.' },
    'mutable-but': { verdict: 'fail', says: 'Tags of `{{repository}}` can be overwritten, except {{filters}}.' },
    protected: {
      verdict: 'pass',
      says: 'Tag `{{tag}}` of `{{repository}}` cannot be overwritten: {{filters}} are protected.',
    },
    'no-repository': { verdict: 'not-applicable', says: 'There is no repository whose tags could be overwritten.' },
  },
  evaluate({ repository }, { image }) {
    if (repository === null) return { answer: 'no-repository' };
    const { name, tagMutability, exclusionFilters } = repository;
    const { tag } = image;
    const filters = exclusionFilters.map((filter) => `\`${filter}\``).join(', ');
    const data = { repository: name, filters, tag: tag ?? '' };
    if (tagMutability === 'IMMUTABLE') return { answer: 'immutable', data };
    if (tagMutability === 'IMMUTABLE_WITH_EXCLUSION') return { answer: 'immutable-but', data };
    if (tagMutability === 'MUTABLE') return { answer: 'mutable', data };
    const isProtected = tag !== undefined && exclusionFilters.some((filter) => matchesTagFilter(filter, tag));
    return { answer: isProtected ? 'protected' : 'mutable-but', data };
  },
});
