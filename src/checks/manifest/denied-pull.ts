import { deniedAnswer, DENIED_ANSWERS } from '../denied-answer.ts';
import { defineCheck } from '../define-check.ts';

export const deniedPull = defineCheck({
  id: 'denied-pull',
  stage: 'manifest',
  step: 'permission',
  question: 'May the puller read the manifest and the layers of this repository?',
  needs: ['repository', 'pullAccess'],
  answers: {
    ...DENIED_ANSWERS,
    'no-repository': { verdict: 'not-applicable', says: 'There is no repository to be allowed to.' },
  },
  evaluate({ repository, pullAccess }) {
    // Across accounts, a repository that does not exist has no policy either: its absence is the cause, not the denial.
    if (repository === null) return { answer: 'no-repository' };
    return deniedAnswer(pullAccess);
  },
});
