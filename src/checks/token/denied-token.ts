import { deniedAnswer, DENIED_ANSWERS } from '../denied-answer.ts';
import { defineCheck } from '../define-check.ts';

export const deniedToken = defineCheck({
  id: 'denied-token',
  stage: 'token',
  step: 'permission',
  question: 'May the puller get an authorization token from ECR?',
  needs: ['tokenAccess'],
  answers: DENIED_ANSWERS,
  evaluate: ({ tokenAccess }) => deniedAnswer(tokenAccess),
});
