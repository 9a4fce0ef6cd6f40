import { defineCheck } from '../define-check.ts';
import { PATH_ANSWERS, PATH_CHECK, pathAnswer, type PathAnswers, ROUTES_OUT } from '../path-answer.ts';

const answers = {
  ...PATH_ANSWERS,
  open: { verdict: 'pass', says: 'Routes lead from {{subnets}} to {{legs}}, in {{what}}.' },
  'no-route': {
    verdict: 'fail',
    says: 'In route table {{what}} of {{subnets}} there is no route that leads to {{legs}}, and no endpoint does.',
  },
  'no-route-to-endpoint': {
    verdict: 'fail',
    says: 'The name of {{legs}} leads to endpoint `{{endpoint}}` in `{{vpc}}`, and in route table {{what}} of {{subnets}} no route leads to that VPC.',
  },
  'no-route-back': {
    verdict: 'fail',
    says: 'Route table {{what}} of the endpoint’s subnets in `{{vpc}}` has no route back to {{subnets}}, so no answer comes from {{legs}}.',
  },
  'route-table-unknown': {
    verdict: 'unknown',
    says: 'The route table of {{what}} could not be read, so the way to {{legs}} is not known.',
  },
  'route-depends-on-address': {
    verdict: 'unknown',
    says: 'Which route of {{what}} leads to {{legs}} depends on the address, and not every one leads out.',
  },
  'beyond-transit': {
    verdict: 'unknown',
    says: 'Route table {{what}} leads to {{legs}} through `{{target}}`, and what lies in the network beyond cannot be seen from here.',
  },
  'beyond-appliance': {
    verdict: 'unknown',
    says: 'Route table {{what}} leads to {{legs}} through `{{target}}`, and what that machine lets pass cannot be seen from here.',
  },
  'detour-inside-vpc': {
    verdict: 'unknown',
    says: 'Route table {{what}} sends the way to the endpoint of {{legs}} through something else inside the VPC, and what that lets pass cannot be seen from here.',
  },
} as const satisfies PathAnswers;

export const missingRoute = defineCheck({
  ...PATH_CHECK,
  id: 'missing-route',
  question: 'Does a route lead out of the subnet?',
  answers,
  evaluate: ({ networkPaths }, incident) => pathAnswer(answers, ROUTES_OUT, networkPaths, incident),
});
