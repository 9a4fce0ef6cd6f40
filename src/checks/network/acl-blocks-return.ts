import { defineCheck } from '../define-check.ts';
import { PATH_ANSWERS, PATH_CHECK, pathAnswer, type PathAnswers } from '../path-answer.ts';

const answers = {
  ...PATH_ANSWERS,
  open: { verdict: 'pass', says: 'Requests and their answers pass network ACL {{what}}.' },
  'acl-blocks-return': {
    verdict: 'fail',
    says: 'Network ACL {{what}} drops the answers of {{legs}} to {{subnets}}: an ACL keeps no state, so it must allow TCP to ports {{ports}}, of which the puller picks one.',
  },
  'acl-admits-some-answers': {
    verdict: 'unknown',
    says: 'Network ACL {{what}} lets some answers of {{legs}} pass and drops others, or could not be read.',
  },
} as const satisfies PathAnswers;

export const aclBlocksReturn = defineCheck({
  ...PATH_CHECK,
  id: 'acl-blocks-return',
  question: 'Do the network ACLs let the answers pass back?',
  answers,
  evaluate: ({ networkPaths }, incident) => pathAnswer(answers, ['acl-open'], networkPaths, incident),
});
