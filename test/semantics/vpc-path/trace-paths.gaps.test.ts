import { describe, expect, it } from 'vitest';
import type { NetworkEstate } from '../../../src/domain/network-estate.ts';
import type { Leg, PathQuery } from '../../../src/semantics/vpc-path/leg-path.ts';
import {
  allow,
  anEndpoint,
  aQuery,
  endpointsNetwork,
  entry,
  ipv6Network,
  mixedNetwork,
  natNetwork,
  OPEN_ACL,
  route,
  S3_ROUTE,
  withAcl,
  withEndpoint,
  withGroup,
  withRoutes,
  withVpc,
} from '../../support/network.ts';
import { aZone } from '../../support/hub.ts';
import { ecrLegs, everyLeg, outcomes, type Outcome } from './outcomes.ts';

const isolated = endpointsNetwork();
const nat = natNetwork();

interface Gap {
  readonly name: string;
  readonly estate: NetworkEstate;
  readonly query?: Partial<PathQuery>;
  readonly expected: Partial<Record<Leg, Outcome>>;
}

/** What is beyond our sight is never guessed. */
const UNKNOWN: readonly Gap[] = [
  {
    name: 'a transit gateway',
    estate: withRoutes(nat, 'rtb-task', [route('0.0.0.0/0', 'transit-gateway', 'tgw-1')]),
    expected: everyLeg('route: beyond-transit?'),
  },
  {
    name: 'a peering',
    estate: withRoutes(nat, 'rtb-task', [route('0.0.0.0/0', 'vpc-peering', 'pcx-1')]),
    expected: everyLeg('route: beyond-transit?'),
  },
  {
    name: 'a VPN',
    estate: withRoutes(nat, 'rtb-task', [route('0.0.0.0/0', 'virtual-private-gateway', 'vgw-1')]),
    expected: everyLeg('route: beyond-transit?'),
  },
  {
    name: 'a NAT instance',
    estate: withRoutes(nat, 'rtb-task', [route('0.0.0.0/0', 'network-interface', 'eni-nat')]),
    expected: everyLeg('route: beyond-appliance?'),
  },
  {
    name: 'a firewall',
    estate: withRoutes(nat, 'rtb-task', [route('0.0.0.0/0', 'gateway-load-balancer-endpoint', 'vpce-fw')]),
    expected: everyLeg('route: beyond-appliance?'),
  },
  {
    name: 'a firewall behind the NAT gateway',
    estate: withRoutes(nat, 'rtb-public', [route('0.0.0.0/0', 'gateway-load-balancer-endpoint', 'vpce-fw')]),
    expected: everyLeg('route: beyond-appliance?'),
  },
  {
    name: 'a firewall before the endpoints',
    estate: withRoutes(isolated, 'rtb-task', [S3_ROUTE, route('10.0.8.0/24', 'network-interface', 'eni-fw')]),
    expected: ecrLegs('route: detour-inside-vpc?'),
  },
  {
    name: "a resolver of the owner's",
    estate: withVpc(nat, { resolver: 'custom' }),
    expected: everyLeg('vpc-dns: custom-resolver?'),
  },
  {
    name: 'a private zone over ECR',
    estate: withVpc(nat, { privateZones: [aZone('ecr.eu-west-1.amazonaws.com', 'unknown')] }),
    expected: ecrLegs('private-dns: private-zone-shadows-name?'),
  },
  {
    name: 'a private zone over one registry',
    estate: withVpc(nat, { privateZones: [aZone('123456789012.dkr.ecr.eu-west-1.amazonaws.com', 'unknown')] }),
    expected: { manifest: 'private-dns: private-zone-shadows-name?' },
  },
  {
    name: 'a private zone over everything',
    estate: withVpc(nat, { privateZones: [aZone('amazonaws.com', 'unknown')] }),
    expected: everyLeg('private-dns: private-zone-shadows-name?'),
  },
  {
    name: 'a private zone of another name',
    estate: withVpc(nat, { privateZones: [aZone('corp.example', []), aZone('eu-west-2.amazonaws.com', 'unknown')] }),
    expected: {},
  },
  {
    name: 'a shared VPC, read by who it is shared with',
    estate: withVpc(nat, { owner: '210987654321' }),
    expected: everyLeg('private-dns: endpoints-unknown?'),
  },
  {
    name: 'unread endpoints',
    estate: { ...nat, endpoints: 'unknown' },
    expected: everyLeg('private-dns: endpoints-unknown?'),
  },
  {
    name: 'unread route tables',
    estate: { ...nat, routeTables: 'unknown' },
    expected: everyLeg('route: route-table-unknown?'),
  },
  {
    name: 'an unread ACL',
    estate: { ...nat, networkAcls: 'unknown' },
    expected: everyLeg('acl-out: acl-admits-some-requests?'),
  },
  {
    name: 'unread groups',
    estate: { ...nat, securityGroups: 'unknown' },
    expected: everyLeg('egress-rule: egress-covers-some-addresses?'),
  },
  { name: 'unread NAT gateways', estate: { ...nat, natGateways: 'unknown' }, expected: everyLeg('nat: nat-unknown?') },
  {
    name: 'unread internet gateways',
    estate: { ...nat, internetGateways: 'unknown' },
    expected: everyLeg('route: gateway-attachment-unknown?'),
  },
  {
    name: 'unread block of public access',
    estate: withVpc(nat, { publicAccess: 'unknown' }),
    expected: everyLeg('public-access: public-access-unknown?'),
  },
  {
    name: 'a rule for some of ECR only',
    estate: withGroup(nat, 'sg-task', { egress: [allow('52.0.0.0/8')] }),
    expected: {
      ...ecrLegs('egress-rule: egress-covers-some-addresses?'),
      layers: 'egress-rule: egress-covers-some-addresses?',
    },
  },
  {
    name: 'an ACL for some ports of answers',
    estate: withAcl(nat, 'acl-task', [
      entry(1, 'egress', 'allow'),
      entry(1, 'ingress', 'allow', '0.0.0.0/0', { from: 49_152, to: 65_535 }),
    ]),
    expected: everyLeg('acl-in: acl-admits-some-answers?'),
  },
  {
    name: 'an ACL that shuts one zone of the endpoints',
    estate: withAcl(isolated, 'acl-task', [...OPEN_ACL, entry(1, 'egress', 'deny', '10.0.9.0/24')]),
    expected: ecrLegs('acl-out: acl-admits-some-requests?'),
  },
  {
    name: 'the dual-stack host where an endpoint is',
    estate: mixedNetwork(),
    query: { hostForm: 'dual-stack' },
    expected: ecrLegs('private-dns: endpoint-may-not-serve-this-host-form?'),
  },
  {
    name: 'the FIPS host where a FIPS endpoint is',
    estate: { ...nat, endpoints: [anEndpoint('ecr.dkr', { service: 'com.amazonaws.eu-west-1.ecr-fips.dkr' })] },
    query: { hostForm: 'fips' },
    expected: { manifest: 'private-dns: endpoint-may-not-serve-this-host-form?' },
  },
  {
    name: 'NAT64',
    estate: withRoutes(ipv6Network(), 'rtb-task', [route('::/0', 'nat-gateway', 'nat-1')]),
    query: { ipFamily: 'ipv6', hostForm: 'dual-stack' },
    expected: everyLeg('nat: nat64-not-judged?'),
  },
  {
    name: 'the policy of S3 is not decided',
    estate: withEndpoint(isolated, 'vpce-s3', { policy: 'unknown' }),
    expected: { layers: 'endpoint-policy: endpoint-policy-unknown?' },
  },
  {
    name: 'an endpoint in transition, where NAT is the other way',
    estate: withEndpoint(mixedNetwork(), 'vpce-dkr', { state: 'pending' }),
    expected: { manifest: 'private-dns: private-dns-in-transition?' },
  },
];

describe('what cannot be seen', () => {
  it.each(UNKNOWN)('$name', ({ estate, query, expected }) => {
    expect(outcomes(estate, aQuery(query))).toMatchObject(expected);
  });
});
