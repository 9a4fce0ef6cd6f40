import { vpcDnsOff } from '../../../src/checks/network/vpc-dns-off.ts';
import { endpointsNetwork, natNetwork, withVpc } from '../../support/network.ts';
import { ELSEWHERE, factsOf, perhaps } from '../../support/paths.ts';
import { testCheck } from '../../support/test-check.ts';

testCheck(vpcDnsOff, {
  open: [{ when: 'Amazon answers', facts: factsOf(natNetwork()), says: 'DNS works in `vpc-1`.' }],
  'dns-support-off': [
    {
      when: 'the VPC answers no names',
      facts: factsOf(withVpc(natNetwork(), { dnsSupport: false })),
      says: 'DNS support of `vpc-1` is off, so subnet `subnet-task` can resolve no name, and none of ECR and S3.',
    },
  ],
  'dns-hostnames-off': [
    {
      when: 'private DNS needs hostnames',
      facts: factsOf(withVpc(endpointsNetwork(), { dnsHostnames: false })),
      says: 'DNS hostnames of the VPC are off, so private DNS does not work there: from subnet `subnet-task` no name of `ecr.api` (the token) and `ecr.dkr` (the manifest) leads to `vpce-api` and `vpce-dkr`.',
    },
  ],
  'custom-resolver': [
    { when: 'the owner runs a DNS server', facts: factsOf(withVpc(natNetwork(), { resolver: 'custom' })) },
  ],
  'dns-attributes-unknown': [
    { when: 'the attributes could not be read', facts: factsOf(withVpc(natNetwork(), { dnsSupport: 'unknown' })) },
  ],
  perhaps: [perhaps({ kind: 'vpc-dns', reason: 'dns-support-off' })],
  'not-on-the-way': [ELSEWHERE],
});
