import { defineCheck } from '../define-check.ts';
import { PATH_ANSWERS, PATH_CHECK, pathAnswer, type PathAnswers } from '../path-answer.ts';

const answers = {
  ...PATH_ANSWERS,
  open: { verdict: 'pass', says: 'DNS works in {{what}}.' },
  'dns-support-off': {
    verdict: 'fail',
    says: 'DNS support of {{what}} is off, so {{subnets}} can resolve no name, and none of {{legs}}.',
  },
  'dns-hostnames-off': {
    verdict: 'fail',
    says: 'DNS hostnames of the VPC are off, so private DNS does not work there: from {{subnets}} no name of {{legs}} leads to {{what}}.',
  },
  'custom-resolver': {
    verdict: 'unknown',
    says: 'The DHCP options of the VPC name a DNS server that is not Amazon’s, and what it answers for {{legs}} cannot be seen from here.',
  },
  'dns-attributes-unknown': {
    verdict: 'unknown',
    says: 'Whether DNS works in the VPC could not be read, so where the name of {{legs}} leads is not known.',
  },
} as const satisfies PathAnswers;

export const vpcDnsOff = defineCheck({
  ...PATH_CHECK,
  id: 'vpc-dns-off',
  question: 'Does DNS work inside the VPC?',
  answers,
  evaluate: ({ networkPaths }, incident) =>
    pathAnswer(answers, ['amazon-resolver', 'name-was-resolved'], networkPaths, incident),
});
