import { DENIED_ANSWERS } from '../denied-answer.ts';
import { defineCheck } from '../define-check.ts';
import { OWN_GRANT_ANSWERS, ownGrantAnswer } from '../lacking-grant.ts';
import { saysRoleRefused } from '../role-refused.ts';
import { toldDenial } from '../told-denial.ts';

export const deniedToken = defineCheck({
  id: 'denied-token',
  stage: 'token',
  step: 'permission',
  question: 'May the puller get an authorization token from ECR?',
  needs: ['tokenAccess'],
  answers: {
    ...DENIED_ANSWERS,
    ...OWN_GRANT_ANSWERS,
    'other-resource': {
      verdict: 'fail',
      says: '`{{principal}}` may not {{action}}: {{statement}} allows it on {{resources}} only, and tokens know no repository: it needs `*`.',
    },
    'no-token': {
      verdict: 'not-applicable',
      says: 'An AWS service pulls in its own name, and needs no token of anybody’s role.',
    },
  },
  evaluate({ tokenAccess }, incident) {
    if (tokenAccess === null) return { answer: 'no-token' };
    const told = toldDenial(tokenAccess, incident, ownGrantAnswer);
    return saysRoleRefused(incident.symptom) ? { ...told, explains: false } : told;
  },
});
