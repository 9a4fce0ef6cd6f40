import { defineCheck } from '../define-check.ts';
import { PATH_ANSWERS, PATH_CHECK, pathAnswer, type PathAnswers } from '../path-answer.ts';

const answers = {
  ...PATH_ANSWERS,
  open: { verdict: 'pass', says: 'The policies of {{what}} allow what the pull asks for.' },
  'endpoint-policy-denies': {
    verdict: 'fail',
    says: 'The policy of endpoint {{what}} does not allow `{{actions}}` for this pull, so {{legs}} is answered with a denial there.',
  },
  'endpoint-policy-undecided': {
    verdict: 'unknown',
    says: 'Whether the policy of endpoint {{what}} allows `{{actions}}` depends on what is not known here.',
  },
  'endpoint-policy-unknown': {
    verdict: 'unknown',
    says: 'The policy of endpoint {{what}}, on the way to {{legs}}, could not be read.',
  },
} as const satisfies PathAnswers;

// Its step is that of a permission: whoever gets this far is answered, and denied.
export const endpointPolicyDenies = defineCheck({
  ...PATH_CHECK,
  id: 'endpoint-policy-denies',
  step: 'permission',
  question: 'Do the policies of the endpoints allow what a pull asks for?',
  answers,
  evaluate: ({ networkPaths }, incident) =>
    pathAnswer(answers, ['full-access-policy', 'endpoint-policy-allows'], networkPaths, incident),
});
