import { defineCheck } from '../define-check.ts';
import { PATH_ANSWERS, PATH_CHECK, pathAnswer, type PathAnswers } from '../path-answer.ts';

const answers = {
  ...PATH_ANSWERS,
  open: { verdict: 'pass', says: 'The names of {{legs}} lead to {{what}}.' },
  'private-dns-off': {
    verdict: 'fail',
    says: 'Private DNS of {{what}} is off, so the name of {{legs}} does not lead to it from {{subnets}}, and there is no other way out.',
  },
  'private-dns-for-inbound-resolver-only': {
    verdict: 'fail',
    says: 'Private DNS of {{what}} answers the inbound resolver only, so the name of {{legs}} does not lead to it from {{subnets}}, and there is no other way out.',
  },
  'private-dns-unknown': {
    verdict: 'unknown',
    says: 'Whether private DNS leads the name of {{legs}} to {{what}} could not be read.',
  },
  'private-dns-in-transition': {
    verdict: 'unknown',
    says: 'Endpoint {{what}} is not available, and whether the name of {{legs}} leads to it all the same is not documented.',
  },
  'private-zone-lacks-name': {
    verdict: 'fail',
    says: 'Private hosted zone `{{zone}}` answers for the whole of that name in the VPC and has no record of `{{host}}`, so from {{subnets}} the name of {{legs}} does not exist.',
  },
  'private-zone-shadows-name': {
    verdict: 'unknown',
    says: 'A private hosted zone of the VPC answers for the name of {{legs}}, and where it leads cannot be seen from here: it could not be read, or leads to no endpoint that I can see.',
  },
  'name-has-no-ipv6-address': {
    verdict: 'unknown',
    says: 'The addresses of {{subnets}} are IPv6 alone, and the name of {{legs}} has no such address: only DNS64 and NAT64 lead there, which I do not judge.',
  },
  'private-zones-unknown': {
    verdict: 'unknown',
    says: 'The private hosted zones of the VPC were not read, and one of them may answer for the name of {{legs}}.',
  },
  'endpoint-may-not-serve-this-host-form': {
    verdict: 'unknown',
    says: 'The image is named by a dual-stack or FIPS host, and AWS does not say whether the endpoints of the VPC answer for it.',
  },
  'name-leads-past-endpoint': {
    verdict: 'unknown',
    says: 'The message says that `{{address}}` was dialled for {{legs}}, a public address, though the name should lead to {{what}}: the endpoint was made since, or a DNS server or a private hosted zone of the owner’s answers first, which cannot be seen from here.',
  },
  'dialled-address-is-unseen-endpoint': {
    verdict: 'unknown',
    says: 'The message says that {{what}} was dialled for {{legs}}: a private address, and of no endpoint in this VPC. An endpoint in another VPC cannot be seen from here.',
  },
} as const satisfies PathAnswers;

const LEADING = ['endpoint-captures-name', 'dialled-address-is-endpoint', 'private-zone-leads-to-endpoint'] as const;

export const privateDnsOff = defineCheck({
  ...PATH_CHECK,
  id: 'private-dns-off',
  question: 'Does the name lead to the endpoint that was made for it?',
  answers,
  evaluate({ networkPaths }, incident) {
    const found = pathAnswer(answers, LEADING, networkPaths, incident);
    // A forwarding rule goes before a zone, and is not read. (Route 53 developer guide, "Considerations when working with
    // a private hosted zone".)
    return found.answer === 'private-zone-lacks-name' ? { ...found, atMost: 'probable' } : found;
  },
});
