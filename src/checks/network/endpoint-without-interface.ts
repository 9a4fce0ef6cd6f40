import { defineCheck } from '../define-check.ts';
import { PATH_ANSWERS, PATH_CHECK, pathAnswer, type PathAnswers } from '../path-answer.ts';

const answers = {
  ...PATH_ANSWERS,
  open: { verdict: 'pass', says: 'The endpoints on the way from {{subnets}} have interfaces: {{what}}.' },
  'endpoint-has-no-interface': {
    verdict: 'fail',
    says: 'Endpoint {{what}} has no interface in any subnet, so nothing answers there for {{legs}}.',
  },
  'endpoint-subnets-unknown': {
    verdict: 'unknown',
    says: 'In which subnets endpoint {{what}} has interfaces could not be read.',
  },
} as const satisfies PathAnswers;

export const endpointWithoutInterface = defineCheck({
  ...PATH_CHECK,
  id: 'endpoint-without-interface',
  question: 'Does every interface endpoint on the way have an interface in some subnet?',
  answers,
  evaluate: ({ networkPaths }, incident) =>
    pathAnswer(
      answers,
      ['endpoint-in-this-zone', 'endpoint-in-other-zone', 'endpoint-in-other-vpc'],
      networkPaths,
      incident,
    ),
});
