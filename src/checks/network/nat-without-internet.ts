import { defineCheck } from '../define-check.ts';
import { PATH_ANSWERS, PATH_CHECK, pathAnswer, type PathAnswers } from '../path-answer.ts';

const answers = {
  ...PATH_ANSWERS,
  open: { verdict: 'pass', says: 'NAT gateway {{what}} leads on to {{legs}}.' },
  'nat-subnet-has-no-igw': {
    verdict: 'fail',
    says: 'Route table {{what}}, which counts for NAT gateway `{{natGateway}}`, leads to no internet gateway, so the way from {{subnets}} to {{legs}} ends there.',
  },
  'nat-is-private': {
    verdict: 'fail',
    says: 'NAT gateway {{what}} is private: it leads to other networks and never to the internet, so the way from {{subnets}} to {{legs}} ends there.',
  },
} as const satisfies PathAnswers;

export const natWithoutInternet = defineCheck({
  ...PATH_CHECK,
  id: 'nat-without-internet',
  question: 'Does the NAT gateway itself lead to the internet?',
  answers,
  evaluate: ({ networkPaths }, incident) => pathAnswer(answers, ['nat-available'], networkPaths, incident),
});
