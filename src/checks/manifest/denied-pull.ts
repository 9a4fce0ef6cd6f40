import { DENIED_ANSWERS, withNamedFirst } from '../denied-answer.ts';
import { defineCheck } from '../define-check.ts';
import { GRANT_ANSWERS, grantAnswer } from '../lacking-grant.ts';
import { stageOfAction } from '../stage-of-action.ts';
import { toldDenial } from '../told-denial.ts';

export const deniedPull = defineCheck({
  id: 'denied-pull',
  stage: 'manifest',
  step: 'permission',
  question: 'May the puller read the manifest and the layers of this repository?',
  needs: ['repository', 'pullAccess'],
  answers: {
    ...DENIED_ANSWERS,
    ...GRANT_ANSWERS,
    'no-repository': { verdict: 'not-applicable', says: 'There is no repository to be allowed to.' },
  },
  evaluate({ repository, pullAccess }, incident) {
    // Across accounts, a repository that does not exist has no policy either: its absence is the cause, not the denial.
    if (repository === null) return { answer: 'no-repository' };
    const answered = toldDenial(withNamedFirst(pullAccess, incident), incident, grantAnswer);
    return { ...answered, stage: stageOfAction(answered.data?.['action']) };
  },
});
