import { describe, expect, it } from 'vitest';
import {
  allow,
  allowGroup,
  anEndpoint,
  aQuery,
  entry,
  ipv6Network,
  mixedNetwork,
  natNetwork,
  OPEN_ACL,
  publicNetwork,
  withAcl,
  withEndpoint,
  withGroup,
  withoutEndpoint,
  withRoutes,
  withSource,
  withVpc,
  listOf,
} from '../../support/network.ts';
import { everyLeg, outcomes } from './outcomes.ts';

import { A_POLICY, type Broken, DENIED, INGRESS_HTTPS_ONLY, NAT_ROUTE, testBroken } from './broken-network.ts';

const nat = natNetwork();
const exposed = publicNetwork();
const mixed = mixedNetwork();
const NAT = { id: 'nat-1', state: 'available', connectivity: 'public', subnet: 'subnet-public' } as const;

const BEHIND_NAT: readonly Broken[] = [
  { name: 'there is no default route', estate: withRoutes(nat, 'rtb-task', []), expected: everyLeg('route: no-route') },
  {
    name: 'the default route is a blackhole',
    estate: withRoutes(nat, 'rtb-task', [{ ...NAT_ROUTE, state: 'blackhole' }]),
    expected: everyLeg('route: blackhole-route'),
  },
  {
    name: 'the NAT gateway failed',
    estate: { ...nat, natGateways: [{ ...NAT, state: 'failed' }] },
    expected: everyLeg('nat: nat-not-available'),
  },
  { name: 'the NAT gateway is gone', estate: { ...nat, natGateways: [] }, expected: everyLeg('nat: nat-not-found') },
  {
    name: 'the NAT gateway is a private one',
    estate: { ...nat, natGateways: [{ ...NAT, connectivity: 'private' }] },
    expected: everyLeg('nat: nat-is-private'),
  },
  {
    name: 'the NAT gateway sits in a subnet without a way out',
    estate: withRoutes(nat, 'rtb-public', []),
    expected: everyLeg('route: nat-subnet-has-no-igw'),
  },
  {
    name: 'the internet gateway is detached',
    estate: { ...nat, internetGateways: [] },
    expected: everyLeg('route: gateway-not-attached'),
  },
  {
    name: "the NAT gateway's subnet lets no answer in",
    estate: withAcl(nat, 'acl-public', INGRESS_HTTPS_ONLY),
    expected: everyLeg('acl-in: acl-blocks-return'),
  },
  {
    name: "the NAT gateway's subnet does not let the task in",
    estate: withAcl(nat, 'acl-public', [...OPEN_ACL, entry(1, 'ingress', 'deny', '10.0.0.0/16')]),
    expected: everyLeg('acl-in: acl-blocks-request'),
  },
  {
    name: 'the task may dial the VPC only',
    estate: withGroup(nat, 'sg-task', { egress: [allow('10.0.0.0/16')] }),
    expected: everyLeg('egress-rule: no-egress-to-internet'),
  },
  {
    name: 'public access is shut for the VPC',
    estate: withVpc(nat, { publicAccess: 'closed' }),
    expected: everyLeg('public-access: public-access-blocked'),
  },
];

const EXPOSED: readonly Broken[] = [
  {
    name: 'there is no public address',
    estate: withSource(exposed, { hasPublicAddress: false }),
    expected: everyLeg('public-address: no-public-ip'),
  },
  {
    name: 'public access is left to NAT gateways',
    estate: withVpc(exposed, { publicAccess: 'egress-only' }),
    expected: everyLeg('public-access: public-access-blocked'),
  },
  {
    name: 'the internet gateway is detached',
    estate: { ...exposed, internetGateways: [] },
    expected: everyLeg('route: gateway-not-attached'),
  },
];

const MIXED: readonly Broken[] = [
  {
    name: 'a half-made ecr.dkr endpoint takes over the name from NAT',
    estate: withEndpoint(
      {
        ...mixed,
        securityGroups: [
          ...listOf(mixed.securityGroups),
          { id: 'sg-default', ingress: [allowGroup('sg-default')], egress: [] },
        ],
      },
      'vpce-dkr',
      {
        securityGroups: ['sg-default'],
      },
    ),
    expected: { manifest: 'endpoint-ingress: endpoint-sg-closed' },
  },
  {
    name: 'the policy of S3 denies what NAT would let through',
    estate: withEndpoint(mixed, 'vpce-s3', A_POLICY),
    policyAllows: DENIED,
    expected: { layers: 'endpoint-policy: endpoint-policy-denies' },
  },
  {
    name: 'without private DNS the name goes through NAT',
    estate: withEndpoint(mixed, 'vpce-dkr', { privateDnsEnabled: false }),
    expected: { manifest: 'nat-gateway' },
  },
  {
    name: 'off the route table, S3 goes through NAT',
    estate: withRoutes(mixed, 'rtb-task', [NAT_ROUTE]),
    expected: { layers: 'nat-gateway' },
  },
  {
    name: 'without ecr.api, its name goes through NAT',
    estate: withoutEndpoint(mixed, 'vpce-api'),
    expected: { token: 'nat-gateway' },
  },
];

const IPV6: readonly Broken[] = [
  {
    name: 'there is no IPv6 address',
    estate: withSource(ipv6Network(), { hasIpv6Address: false }),
    expected: everyLeg('public-address: no-ipv6-address'),
  },
  {
    name: 'the rules name IPv4 only',
    estate: withGroup(ipv6Network(), 'sg-task', { egress: [allow('0.0.0.0/0')] }),
    expected: everyLeg('egress-rule: no-egress-to-internet'),
  },
  {
    name: 'the ACL lets answers over IPv4 in only',
    estate: withAcl(ipv6Network(), 'acl-task', [entry(100, 'ingress', 'allow'), entry(100, 'egress', 'allow', '::/0')]),
    expected: everyLeg('acl-in: acl-blocks-return'),
  },
  {
    name: 'the route names IPv4 only',
    estate: withRoutes(ipv6Network(), 'rtb-task', [NAT_ROUTE]),
    expected: everyLeg('route: no-route'),
  },
];

const OVER_IPV6 = aQuery({ ipFamily: 'ipv6', hostForm: 'dual-stack' });

describe('a network behind a NAT gateway', () => {
  testBroken(nat, aQuery(), BEHIND_NAT);
});
describe('a network with public addresses', () => {
  testBroken(exposed, aQuery(), EXPOSED);
});
describe('a network with a NAT gateway and endpoints', () => {
  testBroken(mixed, aQuery(), MIXED);
});
describe('a network with IPv6', () => {
  testBroken(ipv6Network(), OVER_IPV6, IPV6);
});

describe('an unused endpoint is blamed only where nothing else carries the name', () => {
  it('in a public subnet without public addresses, the endpoint comes first', () => {
    const estate = {
      ...withSource(exposed, { hasPublicAddress: false }),
      endpoints: [anEndpoint('ecr.dkr', { privateDnsEnabled: false })],
    };
    expect(outcomes(estate).manifest).toBe('private-dns: private-dns-off');
    expect(outcomes(withSource(estate, { hasPublicAddress: true })).manifest).toBe('internet-gateway');
  });
});
