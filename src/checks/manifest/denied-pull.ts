import type { AccessFact, ActionAccess } from '../../domain/access.ts';
import type { EcrIncident } from '../../domain/check.ts';
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
  evaluate({ repository, pullAccess }, incident) {
    // Across accounts, a repository that does not exist has no policy either: its absence is the cause, not the denial.
    if (repository === null) return { answer: 'no-repository' };
    const answered = deniedAnswer(deniedFirst(pullAccess, incident));
    return { ...answered, stage: answered.data?.['action'] === 'ecr:GetDownloadUrlForLayer' ? 'layers' : 'manifest' };
  },
});

/** The action that the message names speaks first: others may be denied as well. */
function deniedFirst(access: AccessFact, { denial }: EcrIncident): AccessFact {
  const isNamed = ({ action }: ActionAccess): boolean => action === denial?.action;
  return {
    ...access,
    actions: [...access.actions.filter(isNamed), ...access.actions.filter((each) => !isNamed(each))],
  };
}
