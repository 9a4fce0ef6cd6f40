import { defineCheck } from '../define-check.ts';
import { PATH_ANSWERS, PATH_CHECK, pathAnswer, type PathAnswers } from '../path-answer.ts';

const answers = {
  ...PATH_ANSWERS,
  open: { verdict: 'pass', says: 'Endpoints carry the pull from {{subnets}}: {{what}}.' },
  'missing-endpoint': {
    verdict: 'fail',
    says: 'There is no endpoint of {{what}}, and no other way from {{subnets}} to {{legs}}.',
  },
  'endpoints-unknown': {
    verdict: 'unknown',
    says: 'The endpoints of the VPC could not be read, so the way to {{legs}} is not known.',
  },
  'endpoint-unseen': {
    verdict: 'unknown',
    says: 'The way from {{subnets}} to {{legs}} leads to an endpoint that cannot be seen from here.',
  },
} as const satisfies PathAnswers;

export const missingEndpoint = defineCheck({
  ...PATH_CHECK,
  id: 'missing-endpoint',
  question: 'Is there an endpoint for each service of a pull, where nothing else leads out?',
  answers,
  evaluate: ({ networkPaths }, incident) => pathAnswer(answers, ['endpoint-available'], networkPaths, incident),
});
