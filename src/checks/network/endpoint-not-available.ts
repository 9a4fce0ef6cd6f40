import { defineCheck } from '../define-check.ts';
import { PATH_ANSWERS, PATH_CHECK, pathAnswer, type PathAnswers } from '../path-answer.ts';

const answers = {
  ...PATH_ANSWERS,
  open: { verdict: 'pass', says: 'Every endpoint on the way is available: {{what}}.' },
  'endpoint-not-available': {
    verdict: 'fail',
    says: 'Endpoint {{what}} of `{{service}}` is {{state}}, and the way from {{subnets}} to {{legs}} leads through it.',
  },
  'endpoint-state-unknown': {
    verdict: 'unknown',
    says: 'Endpoint {{what}}, on the way to {{legs}}, is in a state that ecr-why does not know.',
  },
} as const satisfies PathAnswers;

export const endpointNotAvailable = defineCheck({
  ...PATH_CHECK,
  id: 'endpoint-not-available',
  question: 'Is every endpoint on the way available?',
  answers,
  evaluate: ({ networkPaths }, incident) => pathAnswer(answers, ['endpoint-available'], networkPaths, incident),
});
