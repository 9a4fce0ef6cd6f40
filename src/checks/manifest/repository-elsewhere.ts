import { listOf } from '../../lib/plural.ts';
import { defineCheck } from '../define-check.ts';

export const repositoryElsewhere = defineCheck({
  id: 'repository-elsewhere',
  stage: 'manifest',
  step: 'object',
  question: 'Does a repository of this name exist in another configured Region or account?',
  needs: ['repositoryElsewhere'],
  after: ['missing-repository'],
  answers: {
    elsewhere: {
      verdict: 'fail',
      says: 'A repository of this name exists in {{places}}: the image may name the wrong Region or account.',
    },
    nowhere: { verdict: 'pass', says: 'No other configured Region or account has a repository of this name.' },
  },
  evaluate({ repositoryElsewhere: places }) {
    if (places.length === 0) return { answer: 'nowhere' };
    return {
      answer: 'elsewhere',
      data: { places: listOf(places.map(({ account, region }) => `${account} ${region}`)) },
    };
  },
});
