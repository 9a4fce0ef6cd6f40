import type { MovedTag } from '../../domain/facts/registry.ts';
import { listOf } from '../../lib/plural.ts';
import { matchesTagFilter } from '../../semantics/tag-filter.ts';
import { defineCheck } from '../define-check.ts';

const MOST_TAGS = 3;

export const mutableTags = defineCheck({
  id: 'mutable-tags',
  stage: 'prevention',
  step: 'object',
  question: 'Are the tags of the repository protected from being overwritten?',
  needs: ['repository', 'repushedTags'],
  answers: {
    immutable: { verdict: 'pass', says: 'Tags of `{{repository}}` cannot be overwritten.' },
    'immutable-but': { verdict: 'pass', says: 'Tags of `{{repository}}` cannot be overwritten, except {{filters}}.' },
    mutable: { verdict: 'fail', says: 'Tags of `{{repository}}` can be overwritten{{history}}.' },
    'mutable-but': {
      verdict: 'fail',
      says: 'Tags of `{{repository}}` can be overwritten, except {{filters}}{{history}}.',
    },
    protected: {
      verdict: 'pass',
      says: 'Tag `{{tag}}` of `{{repository}}` cannot be overwritten: {{filters}} are protected.',
    },
    'no-repository': { verdict: 'not-applicable', says: 'There is no repository whose tags could be overwritten.' },
  },
  evaluate({ repository, repushedTags }, { image }) {
    if (repository === null) return { answer: 'no-repository' };
    const { name, tagMutability, exclusionFilters } = repository;
    const { tag } = image;
    const filters = exclusionFilters.map((filter) => `\`${filter}\``).join(', ');
    const data = { repository: name, filters, tag: tag ?? '', history: historyOf(repushedTags) };
    if (tagMutability === 'IMMUTABLE') return { answer: 'immutable', data };
    if (tagMutability === 'IMMUTABLE_WITH_EXCLUSION') return { answer: 'immutable-but', data };
    if (tagMutability === 'MUTABLE') return { answer: 'mutable', data };
    const isProtected = tag !== undefined && exclusionFilters.some((filter) => matchesTagFilter(filter, tag));
    return { answer: isProtected ? 'protected' : 'mutable-but', data };
  },
});

/** The end of the sentence: which tags were, when and how often. */
function historyOf(repushed: readonly MovedTag[] | 'unknown'): string {
  if (repushed === 'unknown') return '; which of them are could not be read from CloudTrail';
  if (repushed.length === 0) return '; none is on record as having been in the last 90 days';
  const most = repushed.toSorted((a, b) => b.pushes - a.pushes).slice(0, MOST_TAGS);
  const told = most.map(({ tag, pushes, lastPushedAt }) => `\`${tag}\` ${pushes} times, last at ${lastPushedAt}`);
  return `; pushed more than once in the last 90 days: ${listOf(told)}`;
}
