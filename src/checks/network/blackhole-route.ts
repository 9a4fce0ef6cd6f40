import { defineCheck } from '../define-check.ts';
import { PATH_ANSWERS, PATH_CHECK, pathAnswer, type PathAnswers, ROUTES_OUT } from '../path-answer.ts';

const answers = {
  ...PATH_ANSWERS,
  open: { verdict: 'pass', says: 'Every route on the way leads to something that is there, in {{what}}.' },
  'blackhole-route': {
    verdict: 'fail',
    says: 'Route table {{what}} leads from {{subnets}} to {{legs}} through `{{target}}`, which is gone: the route is a blackhole.',
  },
  'gateway-not-attached': {
    verdict: 'fail',
    says: 'Route table {{what}} leads from {{subnets}} to {{legs}} through `{{target}}`, which is not attached to this VPC.',
  },
  'gateway-attachment-unknown': {
    verdict: 'unknown',
    says: 'Whether `{{target}}`, to which route table {{what}} leads, is attached to the VPC could not be read.',
  },
} as const satisfies PathAnswers;

export const blackholeRoute = defineCheck({
  ...PATH_CHECK,
  id: 'blackhole-route',
  question: 'Does every route on the way lead to something that is still there?',
  answers,
  evaluate: ({ networkPaths }, incident) => pathAnswer(answers, ROUTES_OUT, networkPaths, incident),
});
