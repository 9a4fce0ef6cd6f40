import { defineCheck } from '../define-check.ts';
import { PATH_ANSWERS, PATH_CHECK, pathAnswer, type PathAnswers } from '../path-answer.ts';

const answers = {
  ...PATH_ANSWERS,
  open: { verdict: 'pass', says: 'The security groups of {{what}} let HTTPS from {{subnets}} in.' },
  'endpoint-sg-closed': {
    verdict: 'fail',
    says: 'Security group `{{endpointGroups}}` of endpoint {{what}} lets no HTTPS from {{subnets}} in, so {{legs}} cannot be reached there.',
  },
  'endpoint-sg-admits-some-addresses': {
    verdict: 'unknown',
    says: 'Security group `{{endpointGroups}}` of endpoint {{what}} lets HTTPS from some addresses of {{subnets}} in and not from others, or could not be read.',
  },
} as const satisfies PathAnswers;

export const endpointSecurityGroup = defineCheck({
  ...PATH_CHECK,
  id: 'endpoint-security-group',
  question: 'Do the security groups of the endpoints let the task in?',
  answers,
  evaluate: ({ networkPaths }, incident) => pathAnswer(answers, ['endpoint-sg-open'], networkPaths, incident),
});
