import { deniedAnswer, DENIED_ANSWERS } from '../denied-answer.ts';
import { defineCheck } from '../define-check.ts';
import { statementsToChange } from '../statements-to-change.ts';

export const unreadableCache = defineCheck({
  id: 'unreadable-cache',
  stage: 'manifest',
  step: 'permission',
  question: 'May the puller read the repository that the pull-through cache would make for it?',
  needs: ['importingRule', 'newRepositoryAccess', 'creationTemplate'],
  answers: {
    readable: {
      verdict: 'pass',
      says: '`{{principal}}` may {{actions}} on the repository that the cache would make.',
    },
    'no-template': {
      verdict: 'fail',
      says: '`{{principal}}` may not {{action}} on the repository that the cache would make: no {{layer}} policy allows it, and without a repository creation template it is made with no policy of its own.',
    },
    denied: {
      verdict: 'fail',
      says: '`{{principal}}` may not {{action}} on the repository that the cache would make: {{reason}}.',
    },
    unsure: DENIED_ANSWERS.unsure,
    'depends-on-role': DENIED_ANSWERS['depends-on-role'],
    'no-role': DENIED_ANSWERS['no-role'],
    'role-gone': DENIED_ANSWERS['role-gone'],
    'nothing-to-make': { verdict: 'not-applicable', says: 'No pull-through cache would have to make a repository.' },
  },
  evaluate({ newRepositoryAccess, creationTemplate }) {
    if (newRepositoryAccess === null) return { answer: 'nothing-to-make' };
    const { answer, data = {} } = deniedAnswer(newRepositoryAccess);
    if (answer === 'allowed') return { answer: 'readable', data };
    if (answer === 'unsure' || answer === 'depends-on-role') return { answer, data };
    if (answer === 'no-role' || answer === 'role-gone') return { answer, data };
    const statements = statementsToChange(
      newRepositoryAccess,
      'the repository policy in the creation template of the cache',
    );
    const isForWantOfPolicy = answer === 'no-statement' && data['layer'] === 'resource-based';
    if (isForWantOfPolicy && (creationTemplate?.repositoryPolicy ?? null) === null)
      return { answer: 'no-template', data, statements };
    const { layer = '', statement = '' } = data;
    const reason = answer === 'explicit-deny' ? `${statement} denies it` : `no ${layer} policy allows it`;
    return { answer: 'denied', data: { ...data, reason }, statements };
  },
});
