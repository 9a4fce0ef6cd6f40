import { noPublicIp } from '../../../src/checks/network/no-public-ip.ts';
import { ipv6Network, publicNetwork, withSource } from '../../support/network.ts';
import { ELSEWHERE, factsOf, pathsOf, perhaps } from '../../support/paths.ts';
import { testCheck } from '../../support/test-check.ts';

testCheck(noPublicIp, {
  open: [{ when: 'it has one', facts: factsOf(publicNetwork()) }],
  'no-public-ip': [
    {
      when: 'the service assigns none',
      facts: factsOf(withSource(publicNetwork(), { hasPublicAddress: false })),
      says: 'The way from subnet `subnet-task` to ECR and S3 leads through an internet gateway, and the task gets no public address: `assignPublicIp` is off.',
    },
  ],
  'no-ipv6-address': [
    {
      when: 'the way is for IPv6 only',
      facts: {
        networkPaths: [
          pathsOf(withSource(ipv6Network(), { hasIpv6Address: false }), { ipFamily: 'ipv6', hostForm: 'dual-stack' }),
        ],
      },
    },
  ],
  'public-address-unknown': [
    {
      when: 'the interface could not be read',
      facts: factsOf(withSource(publicNetwork(), { hasPublicAddress: 'unknown' })),
    },
  ],
  'ipv6-address-unknown': [
    {
      when: 'the next task has no interface yet',
      facts: {
        networkPaths: [
          pathsOf(withSource(ipv6Network(), { hasIpv6Address: 'unknown' }), {
            ipFamily: 'ipv6',
            hostForm: 'dual-stack',
          }),
        ],
      },
    },
  ],
  perhaps: [perhaps({ kind: 'public-address', reason: 'no-public-ip' })],
  'not-on-the-way': [ELSEWHERE],
});
