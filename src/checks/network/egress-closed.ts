import { defineCheck } from '../define-check.ts';
import { PATH_ANSWERS, PATH_CHECK, pathAnswer, type PathAnswers } from '../path-answer.ts';

const answers = {
  ...PATH_ANSWERS,
  open: { verdict: 'pass', says: 'HTTPS to {{legs}} may leave through security group {{what}}.' },
  'no-egress-to-endpoint': {
    verdict: 'fail',
    says: 'No outbound rule of {{what}}, which the task wears, allows HTTPS to the endpoint of {{legs}}.',
  },
  'no-egress-to-internet': {
    verdict: 'fail',
    says: 'No outbound rule of {{what}}, which the task wears, allows HTTPS to the public addresses of {{legs}}.',
  },
  'egress-covers-some-addresses': {
    verdict: 'unknown',
    says: 'The outbound rules of {{what}}, which the task wears, allow HTTPS to some addresses of {{legs}} only, or could not be read whole.',
  },
} as const satisfies PathAnswers;

export const egressClosed = defineCheck({
  ...PATH_CHECK,
  id: 'egress-closed',
  question: 'Do the security groups of the task let HTTPS out?',
  answers,
  evaluate: ({ networkPaths }, incident) => pathAnswer(answers, ['egress-open'], networkPaths, incident),
});
