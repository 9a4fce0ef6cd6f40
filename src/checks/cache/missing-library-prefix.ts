import { upstreamName } from '../../domain/facts/cache.ts';
import { defineCheck } from '../define-check.ts';

export const missingLibraryPrefix = defineCheck({
  id: 'missing-library-prefix',
  stage: 'manifest',
  step: 'object',
  question: 'Is the image named as Docker Hub itself names it?',
  needs: ['importingRule'],
  answers: {
    whole: { verdict: 'pass', says: 'Docker Hub is asked for `{{name}}`, a name of a kind that it has.' },
    'no-library': {
      verdict: 'fail',
      says: 'Docker Hub is asked for `{{name}}` and has no such name: its official images lie under `library/`, so the image is `{{right}}`.',
    },
    'other-upstream': { verdict: 'not-applicable', says: 'The image is not cached from Docker Hub.' },
    'nothing-to-import': { verdict: 'not-applicable', says: 'No pull-through cache would have to fetch anything.' },
  },
  evaluate({ importingRule: rule }, { image }) {
    if (rule === null) return { answer: 'nothing-to-import' };
    // Older rules say only where they lead.
    if (rule.kind !== 'docker-hub' && rule.upstream !== 'registry-1.docker.io') return { answer: 'other-upstream' };
    const name = upstreamName(rule, image.repository);
    if (name.includes('/')) return { answer: 'whole', data: { name } };
    const right = image.repository.replace(/[^/]+$/, 'library/$&');
    return { answer: 'no-library', data: { name, right } };
  },
});
