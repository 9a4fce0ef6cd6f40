import { defineCheck } from '../define-check.ts';
import { PATH_ANSWERS, PATH_CHECK, pathAnswer, type PathAnswers } from '../path-answer.ts';

const answers = {
  ...PATH_ANSWERS,
  open: { verdict: 'pass', says: 'Requests and their answers pass network ACL {{what}}.' },
  'acl-blocks-request': {
    verdict: 'fail',
    says: 'Network ACL {{what}} drops requests to port 443 on the way from {{subnets}} to {{legs}}.',
  },
  'acl-admits-some-requests': {
    verdict: 'unknown',
    says: 'Network ACL {{what}} lets requests to some addresses of {{legs}} pass and drops others, or could not be read.',
  },
} as const satisfies PathAnswers;

export const aclBlocksRequest = defineCheck({
  ...PATH_CHECK,
  id: 'acl-blocks-request',
  question: 'Do the network ACLs let requests pass?',
  answers,
  evaluate: ({ networkPaths }, incident) => pathAnswer(answers, ['acl-open'], networkPaths, incident),
});
