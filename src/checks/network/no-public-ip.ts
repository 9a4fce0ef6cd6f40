import { defineCheck } from '../define-check.ts';
import { PATH_ANSWERS, PATH_CHECK, pathAnswer, type PathAnswers } from '../path-answer.ts';

const answers = {
  ...PATH_ANSWERS,
  open: { verdict: 'pass', says: 'The task has an address with which it can use the internet gateway.' },
  'no-public-ip': {
    verdict: 'fail',
    says: 'The way from {{subnets}} to {{legs}} leads through an internet gateway, and the task gets no public address: `assignPublicIp` is off.',
  },
  'no-ipv6-address': {
    verdict: 'fail',
    says: 'The way from {{subnets}} to {{legs}} leads through a gateway of IPv6, and the task gets no IPv6 address.',
  },
  'public-address-unknown': {
    verdict: 'unknown',
    says: 'The way from {{subnets}} to {{legs}} leads through an internet gateway, and whether the task gets a public address could not be read.',
  },
  'ipv6-address-unknown': {
    verdict: 'unknown',
    says: 'The way from {{subnets}} to {{legs}} leads through a gateway of IPv6, and whether the task gets an IPv6 address could not be read: with Fargate a setting of the account decides it.',
  },
} as const satisfies PathAnswers;

export const noPublicIp = defineCheck({
  ...PATH_CHECK,
  id: 'no-public-ip',
  question: 'Does the task have a public address, where only an internet gateway leads out?',
  answers,
  evaluate: ({ networkPaths }, incident) => pathAnswer(answers, ['has-public-address'], networkPaths, incident),
});
