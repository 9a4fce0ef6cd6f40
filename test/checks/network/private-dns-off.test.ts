import { privateDnsOff } from '../../../src/checks/network/private-dns-off.ts';
import { SYMPTOMS } from '../../support/an-incident.ts';
import {
  allow,
  anEndpoint,
  endpointsNetwork,
  ipv6Network,
  natNetwork,
  withEndpoint,
  withGroup,
  withRoutes,
  withVpc,
} from '../../support/network.ts';
import { aZone } from '../../support/hub.ts';
import { ELSEWHERE, factsOf, pathsOf, pathsWith, perhaps } from '../../support/paths.ts';
import { testCheck } from '../../support/test-check.ts';

testCheck(privateDnsOff, {
  open: [
    {
      when: 'endpoints have private DNS',
      facts: factsOf(endpointsNetwork()),
      says: 'The names of `ecr.api` (the token) and `ecr.dkr` (the manifest) lead to `vpce-api` and `vpce-dkr`.',
    },
  ],
  'private-dns-off': [
    {
      when: 'one endpoint lacks it',
      facts: factsOf(withEndpoint(endpointsNetwork(), 'vpce-dkr', { privateDnsEnabled: false })),
      says: 'Private DNS of `vpce-dkr` is off, so the name of `ecr.dkr` (the manifest) does not lead to it from subnet `subnet-task`, and there is no other way out.',
    },
  ],
  'private-dns-for-inbound-resolver-only': [
    {
      when: 'S3 has an interface endpoint for networks outside',
      facts: factsOf(
        withRoutes(
          {
            ...withGroup(endpointsNetwork(), 'sg-task', { egress: [allow('0.0.0.0/0')] }),
            endpoints: [
              anEndpoint('ecr.api'),
              anEndpoint('ecr.dkr'),
              anEndpoint('s3', { privateDnsOnlyForInboundResolver: true }),
            ],
          },
          'rtb-task',
          [],
        ),
      ),
    },
  ],
  'private-dns-unknown': [
    {
      when: 'it could not be read',
      facts: factsOf(withEndpoint(endpointsNetwork(), 'vpce-dkr', { privateDnsEnabled: 'unknown' })),
    },
  ],
  'private-dns-in-transition': [
    {
      when: 'the endpoint is being made, and NAT is there',
      facts: {
        networkPaths: [
          pathsWith(['manifest'], { kind: 'private-dns', verdict: 'unknown', reason: 'private-dns-in-transition' }),
        ],
      },
    },
  ],
  'private-zone-shadows-name': [
    {
      when: 'somebody answers for ECR',
      facts: factsOf(withVpc(natNetwork(), { privateZones: [aZone('dkr.ecr.eu-west-1.amazonaws.com', 'unknown')] })),
    },
  ],
  'private-zone-lacks-name': [
    {
      when: 'the zone of the registry is empty',
      facts: factsOf(withVpc(natNetwork(), { privateZones: [aZone('dkr.ecr.eu-west-1.amazonaws.com', [])] })),
      says: 'Private hosted zone `dkr.ecr.eu-west-1.amazonaws.com` answers for the whole of that name in the VPC and has no record of `123456789012.dkr.ecr.eu-west-1.amazonaws.com`, so from subnet `subnet-task` the name of `ecr.dkr` (the manifest) does not exist.',
    },
  ],
  'name-has-no-ipv6-address': [
    { when: 'the task has IPv6 alone', facts: { networkPaths: [pathsOf(ipv6Network(), { ipFamily: 'ipv6' })] } },
  ],
  'private-zones-unknown': [
    { when: 'nobody read the zones', facts: factsOf(withVpc(natNetwork(), { privateZones: 'unknown' })) },
  ],
  'endpoint-may-not-serve-this-host-form': [
    { when: 'the image has a FIPS host', facts: { networkPaths: [pathsOf(endpointsNetwork(), { hostForm: 'fips' })] } },
  ],
  'name-leads-past-endpoint': [
    {
      when: 'a public address was dialled beside an endpoint that should have been',
      facts: {
        networkPaths: [
          pathsOf(withVpc(endpointsNetwork(), { privateZones: 'unknown' }), {
            dialled: { leg: 'manifest', address: '52.94.5.20' },
          }),
        ],
      },
      incident: { symptom: { ...SYMPTOMS.timeout, reached: { stage: 'manifest', step: 'path' } } },
      says: 'The message says that `52.94.5.20` was dialled for `ecr.dkr` (the manifest), a public address, though the name should lead to `vpce-dkr`: the endpoint was made since, or a DNS server or a private hosted zone of the owner’s answers first, which cannot be seen from here.',
    },
  ],
  'dialled-address-is-unseen-endpoint': [
    {
      when: 'the address is of another network',
      facts: {
        networkPaths: [
          pathsOf(withVpc(natNetwork(), { privateZones: 'unknown' }), {
            dialled: { leg: 'manifest', address: '10.99.0.7' },
          }),
        ],
      },
      incident: { symptom: { ...SYMPTOMS.timeout, reached: { stage: 'manifest', step: 'path' } } },
      says: 'The message says that `10.99.0.7` was dialled for `ecr.dkr` (the manifest): a private address, and of no endpoint in this VPC. An endpoint in another VPC cannot be seen from here.',
    },
  ],
  perhaps: [perhaps({ kind: 'private-dns', reason: 'private-dns-off' })],
  'not-on-the-way': [ELSEWHERE],
});
