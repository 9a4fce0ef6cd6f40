import { defineCheck } from '../define-check.ts';
import { PATH_ANSWERS, PATH_CHECK, pathAnswer, type PathAnswers } from '../path-answer.ts';

const answers = {
  ...PATH_ANSWERS,
  open: { verdict: 'pass', says: 'NAT gateway {{what}} is available.' },
  'nat-not-available': {
    verdict: 'fail',
    says: 'NAT gateway {{what}} is {{state}}, and the way from {{subnets}} to {{legs}} leads through it.',
  },
  'nat-not-found': {
    verdict: 'fail',
    says: 'NAT gateway {{what}} does not exist, and the way from {{subnets}} to {{legs}} leads through it.',
  },
  'nat-unknown': {
    verdict: 'unknown',
    says: 'Whether NAT gateway {{what}} works is not known, and the way to {{legs}} leads through it.',
  },
  'nat64-not-judged': {
    verdict: 'unknown',
    says: 'NAT gateway {{what}} translates IPv6 to IPv4 on the way to {{legs}}, which ecr-why cannot judge.',
  },
} as const satisfies PathAnswers;

export const natNotAvailable = defineCheck({
  ...PATH_CHECK,
  id: 'nat-not-available',
  question: 'Is the NAT gateway on the way available?',
  answers,
  evaluate: ({ networkPaths }, incident) => pathAnswer(answers, ['nat-available'], networkPaths, incident),
});
