import { defineCheck } from '../define-check.ts';
import { PATH_ANSWERS, PATH_CHECK, pathAnswer, type PathAnswers } from '../path-answer.ts';

const answers = {
  ...PATH_ANSWERS,
  open: { verdict: 'pass', says: 'HTTPS to {{legs}} may leave through security group {{what}}.' },
  'no-egress-to-prefix-list': {
    verdict: 'fail',
    says: 'No outbound rule of {{what}}, which the task wears, allows HTTPS to S3: through a gateway endpoint, too, layers come from its public addresses, so its prefix list must be allowed.',
  },
} as const satisfies PathAnswers;

export const noEgressToPrefixList = defineCheck({
  ...PATH_CHECK,
  id: 'no-egress-to-prefix-list',
  question: 'Do the security groups of the task let HTTPS out to the addresses of S3?',
  answers,
  evaluate: ({ networkPaths }, incident) => pathAnswer(answers, ['egress-open'], networkPaths, incident),
});
