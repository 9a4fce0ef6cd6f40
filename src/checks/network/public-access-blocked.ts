import { defineCheck } from '../define-check.ts';
import { PATH_ANSWERS, PATH_CHECK, pathAnswer, type PathAnswers } from '../path-answer.ts';

const answers = {
  ...PATH_ANSWERS,
  open: { verdict: 'pass', says: 'VPC Block Public Access lets the pull out of {{what}}.' },
  'public-access-blocked': {
    verdict: 'fail',
    says: 'VPC Block Public Access shuts {{subnets}} in {{what}} off from the internet, so {{legs}} cannot be reached.',
  },
  'public-access-unknown': {
    verdict: 'unknown',
    says: 'Whether VPC Block Public Access shuts {{what}} off from the internet could not be read.',
  },
} as const satisfies PathAnswers;

export const publicAccessBlocked = defineCheck({
  ...PATH_CHECK,
  id: 'public-access-blocked',
  question: 'Does VPC Block Public Access let the pull out?',
  answers,
  evaluate: ({ networkPaths }, incident) => pathAnswer(answers, ['public-access-open'], networkPaths, incident),
});
