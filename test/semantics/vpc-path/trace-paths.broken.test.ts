import { describe, expect, it } from 'vitest';
import type { NetworkEstate } from '../../../src/domain/network-estate.ts';
import { LEGS, type Leg, type PolicyAllows } from '../../../src/semantics/vpc-path/leg-path.ts';
import { tracePaths } from '../../../src/semantics/vpc-path/trace-paths.ts';
import {
  allow,
  allowGroup,
  allowList,
  anEndpoint,
  aQuery,
  endpointsNetwork,
  entry,
  ipv6Network,
  mixedNetwork,
  natNetwork,
  OPEN_ACL,
  publicNetwork,
  route,
  S3_LIST,
  S3_ROUTE,
  withAcl,
  withEndpoint,
  withGroup,
  withoutEndpoint,
  withRoutes,
  withSource,
  withVpc,
  listOf,
} from '../../support/network.ts';
import { ALLOW_ALL, ecrLegs, everyLeg, outcomes, type Outcome } from './outcomes.ts';

/** A healthy network with one thing broken, and how the legs that it breaks end. The others must stay as they were. */
interface Broken {
  readonly name: string;
  readonly estate: NetworkEstate;
  readonly expected: Partial<Record<Leg, Outcome>>;
  readonly policyAllows?: PolicyAllows;
}

const isolated = endpointsNetwork();
const nat = natNetwork();
const exposed = publicNetwork();
const mixed = mixedNetwork();

const DENIED: PolicyAllows = () => 'denied';
const A_POLICY = { policy: { text: '{"Statement":[]}' } };
const NAT_ROUTE = route('0.0.0.0/0', 'nat-gateway', 'nat-1');
const NAT = { id: 'nat-1', state: 'available', connectivity: 'public', subnet: 'subnet-public' } as const;
const INGRESS_HTTPS_ONLY = [
  entry(100, 'ingress', 'allow', '0.0.0.0/0', { from: 443, to: 443 }),
  entry(100, 'egress', 'allow'),
];
const NO_ANSWER_OF_S3 = [
  ...OPEN_ACL,
  entry(50, 'ingress', 'deny', '52.0.0.0/8'),
  entry(51, 'ingress', 'deny', '3.0.0.0/8'),
];

const ISOLATED: readonly Broken[] = [
  {
    name: 'no name is answered',
    estate: withVpc(isolated, { dnsSupport: false }),
    expected: everyLeg('vpc-dns: dns-support-off'),
  },
  {
    name: 'host names are off, so that no private name is answered',
    estate: withVpc(isolated, { dnsHostnames: false }),
    expected: ecrLegs('private-dns: dns-hostnames-off'),
  },
  {
    name: 'ecr.api has no private DNS',
    estate: withEndpoint(isolated, 'vpce-api', { privateDnsEnabled: false }),
    expected: { token: 'private-dns: private-dns-off' },
  },
  {
    name: 'ecr.dkr has no private DNS',
    estate: withEndpoint(isolated, 'vpce-dkr', { privateDnsEnabled: false }),
    expected: { manifest: 'private-dns: private-dns-off' },
  },
  {
    name: 'ecr.api is missing',
    estate: withoutEndpoint(isolated, 'vpce-api'),
    expected: { token: 'endpoint: missing-endpoint' },
  },
  {
    name: 'ecr.dkr is missing',
    estate: withoutEndpoint(isolated, 'vpce-dkr'),
    expected: { manifest: 'endpoint: missing-endpoint' },
  },
  {
    name: 'S3 is missing',
    estate: withRoutes(withoutEndpoint(isolated, 'vpce-s3'), 'rtb-task', []),
    expected: { layers: 'endpoint: missing-endpoint' },
  },
  {
    name: 'ecr.dkr is for another Region',
    estate: withEndpoint(isolated, 'vpce-dkr', { service: 'com.amazonaws.us-east-1.ecr.dkr' }),
    expected: { manifest: 'endpoint: missing-endpoint' },
  },
  {
    name: 'ecr.dkr was deleted and lingers',
    estate: withEndpoint(isolated, 'vpce-dkr', { state: 'deleted' }),
    expected: { manifest: 'endpoint: missing-endpoint' },
  },
  {
    name: 'ecr.api is still pending',
    estate: withEndpoint(isolated, 'vpce-api', { state: 'pending' }),
    expected: { token: 'endpoint: endpoint-not-available' },
  },
  {
    name: 'ecr.dkr failed',
    estate: withEndpoint(isolated, 'vpce-dkr', { state: 'failed' }),
    expected: { manifest: 'endpoint: endpoint-not-available' },
  },
  {
    name: 'S3 is being deleted',
    estate: withEndpoint(isolated, 'vpce-s3', { state: 'deleting' }),
    expected: { layers: 'endpoint: endpoint-not-available' },
  },
  {
    name: 'ecr.dkr has no interface',
    estate: withEndpoint(isolated, 'vpce-dkr', { subnets: [] }),
    expected: { manifest: 'endpoint-zone: endpoint-has-no-interface' },
  },
  {
    name: 'the task may not dial the endpoints',
    estate: withGroup(isolated, 'sg-task', { egress: [allowList(S3_LIST)] }),
    expected: ecrLegs('egress-rule: no-egress-to-endpoint'),
  },
  {
    name: 'the task may not dial S3',
    estate: withGroup(isolated, 'sg-task', { egress: [allowGroup('sg-endpoints')] }),
    expected: { layers: 'egress-rule: no-egress-to-prefix-list' },
  },
  {
    name: 'the task may dial S3 at port 80 only',
    estate: withGroup(isolated, 'sg-task', {
      egress: [allowGroup('sg-endpoints'), { ...allowList(S3_LIST), ports: { from: 80, to: 80 } }],
    }),
    expected: { layers: 'egress-rule: no-egress-to-prefix-list' },
  },
  {
    name: 'the task has no outbound rule',
    estate: withGroup(isolated, 'sg-task', { egress: [] }),
    expected: { ...ecrLegs('egress-rule: no-egress-to-endpoint'), layers: 'egress-rule: no-egress-to-prefix-list' },
  },
  {
    name: 'the subnet lets no answer in',
    estate: withAcl(isolated, 'acl-task', INGRESS_HTTPS_ONLY),
    expected: everyLeg('acl-in: acl-blocks-return'),
  },
  {
    name: 'the subnet lets no request out',
    estate: withAcl(isolated, 'acl-task', [entry(100, 'ingress', 'allow')]),
    expected: everyLeg('acl-out: acl-blocks-request'),
  },
  {
    name: 'the subnet denies before it allows',
    estate: withAcl(isolated, 'acl-task', [...OPEN_ACL, entry(99, 'egress', 'deny')]),
    expected: everyLeg('acl-out: acl-blocks-request'),
  },
  {
    name: 'the subnet lets no answer of S3 in',
    estate: withAcl(isolated, 'acl-task', NO_ANSWER_OF_S3),
    expected: { layers: 'acl-in: acl-blocks-return' },
  },
  {
    name: "the endpoints' subnets let no request in",
    estate: withAcl(isolated, 'acl-endpoints', [entry(100, 'egress', 'allow')]),
    expected: ecrLegs('acl-in: acl-blocks-request'),
  },
  {
    name: "the endpoints' subnets let no answer out",
    estate: withAcl(isolated, 'acl-endpoints', [entry(100, 'ingress', 'allow')]),
    expected: ecrLegs('acl-out: acl-blocks-return'),
  },
  {
    name: 'S3 is on the main table only, and the subnet has its own',
    estate: withRoutes(withRoutes(isolated, 'rtb-main', [S3_ROUTE]), 'rtb-task', []),
    expected: { layers: 'route: s3-endpoint-not-on-route-table' },
  },
  {
    name: 'the route to S3 is a blackhole',
    estate: withRoutes(isolated, 'rtb-task', [{ ...S3_ROUTE, state: 'blackhole' }]),
    expected: { layers: 'route: blackhole-route' },
  },
  {
    name: 'the endpoints let nobody in',
    estate: withGroup(isolated, 'sg-endpoints', { ingress: [] }),
    expected: ecrLegs('endpoint-ingress: endpoint-sg-closed'),
  },
  {
    name: 'the endpoints wear a default group that admits only itself',
    estate: withGroup(isolated, 'sg-endpoints', { ingress: [allowGroup('sg-endpoints')] }),
    expected: ecrLegs('endpoint-ingress: endpoint-sg-closed'),
  },
  {
    name: 'the endpoints admit another subnet',
    estate: withGroup(isolated, 'sg-endpoints', { ingress: [allow('10.0.2.0/24')] }),
    expected: ecrLegs('endpoint-ingress: endpoint-sg-closed'),
  },
  {
    name: 'the policy of ecr.api denies',
    estate: withEndpoint(isolated, 'vpce-api', A_POLICY),
    policyAllows: DENIED,
    expected: { token: 'endpoint-policy: endpoint-policy-denies' },
  },
  {
    name: 'the policy of ecr.dkr denies',
    estate: withEndpoint(isolated, 'vpce-dkr', A_POLICY),
    policyAllows: DENIED,
    expected: { manifest: 'endpoint-policy: endpoint-policy-denies' },
  },
  {
    name: 'the policy of S3 forgets the bucket of layers',
    estate: withEndpoint(isolated, 'vpce-s3', A_POLICY),
    policyAllows: DENIED,
    expected: { layers: 'endpoint-policy: endpoint-policy-denies' },
  },
];

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

describe.each([
  { network: 'with endpoints only', healthy: isolated, query: aQuery(), cases: ISOLATED },
  { network: 'behind a NAT gateway', healthy: nat, query: aQuery(), cases: BEHIND_NAT },
  { network: 'with public addresses', healthy: exposed, query: aQuery(), cases: EXPOSED },
  { network: 'with a NAT gateway and endpoints', healthy: mixed, query: aQuery(), cases: MIXED },
  { network: 'with IPv6', healthy: ipv6Network(), query: OVER_IPV6, cases: IPV6 },
])('a network $network', ({ healthy, query, cases }) => {
  it.each(cases)('$name', ({ estate, expected, policyAllows = ALLOW_ALL }) => {
    expect(outcomes(estate, query, policyAllows)).toEqual({ ...outcomes(healthy, query), ...expected });
  });

  it.each(cases)('$name: no other hop is blocked', ({ estate, policyAllows = ALLOW_ALL }) => {
    const paths = tracePaths(estate, query, policyAllows);
    for (const leg of LEGS) {
      const blocked = paths[leg].hops.filter(({ verdict }) => verdict === 'blocked');
      expect(blocked).toHaveLength(paths[leg].verdict === 'blocked' ? 1 : 0);
    }
  });
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
