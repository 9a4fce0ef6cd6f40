import { similarNames } from '../../lib/similar-names.ts';
import { listOf } from '../../lib/plural.ts';
import { defineCheck } from '../define-check.ts';

/** More names than this are a list to search, not an answer. */
const MOST_NAMES = 3;

export const misspeltRepository = defineCheck({
  id: 'misspelt-repository',
  stage: 'manifest',
  step: 'object',
  question: 'Is there a repository of a similar name in the same registry?',
  needs: ['repositoryNames'],
  after: ['missing-repository'],
  answers: {
    similar: { verdict: 'fail', says: 'The same registry has {{names}}: the name may be misspelt.' },
    none: { verdict: 'pass', says: 'None of the {{count}} repositories of the registry has a similar name.' },
  },
  evaluate({ repositoryNames }, { image }) {
    const names = similarNames(image.repository, repositoryNames).slice(0, MOST_NAMES);
    if (names.length === 0) return { answer: 'none', data: { count: String(repositoryNames.length) } };
    return { answer: 'similar', data: { names: listOf(names.map((name) => `\`${name}\``)), nearest: names[0] ?? '' } };
  },
});
