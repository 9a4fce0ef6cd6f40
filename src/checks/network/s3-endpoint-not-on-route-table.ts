import { defineCheck } from '../define-check.ts';
import { PATH_ANSWERS, PATH_CHECK, pathAnswer, type PathAnswers } from '../path-answer.ts';

const answers = {
  ...PATH_ANSWERS,
  open: { verdict: 'pass', says: 'The gateway endpoint of S3 is on route table {{what}}.' },
  's3-endpoint-not-on-route-table': {
    verdict: 'fail',
    says: 'Gateway endpoint `{{endpoint}}` is not on route table {{what}}, which counts for {{subnets}}, and no other way leads to {{legs}}.',
  },
} as const satisfies PathAnswers;

export const s3EndpointNotOnRouteTable = defineCheck({
  ...PATH_CHECK,
  id: 's3-endpoint-not-on-route-table',
  question: 'Is the gateway endpoint of S3 on the route table of the subnet?',
  answers,
  evaluate: ({ networkPaths }, incident) => pathAnswer(answers, ['route-to-gateway-endpoint'], networkPaths, incident),
});
