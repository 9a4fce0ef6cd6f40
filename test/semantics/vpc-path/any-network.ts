import * as fc from 'fast-check';
import type {
  Endpoint,
  NetworkAclEntry,
  NetworkEstate,
  PrefixList,
  PrivateZone,
  Route,
  SecurityGroupRule,
} from '../../../src/domain/network-estate.ts';
import type { PathQuery } from '../../../src/semantics/vpc-path/leg-path.ts';
import {
  allow,
  allowGroup,
  allowList,
  anEndpoint,
  anEstate,
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
  s3Gateway,
  listOf,
  withSource,
  withVpc,
} from '../../support/network.ts';
import { aHub, aZone, LAYERS_ZONE, MANIFEST_ZONE, PEERING, spokeNetwork, TOKEN_ZONE } from '../../support/hub.ts';

/** A list that the owner of the VPC made: the endpoints' subnets and a piece of S3. */
const OWN_LIST = 'pl-own';

const cidrs = fc.constantFrom(
  '0.0.0.0/0',
  '10.0.0.0/16',
  '10.0.8.0/23',
  '10.0.9.0/24',
  '10.0.1.0/24',
  '52.0.0.0/8',
  '3.5.64.0/24',
  '128.0.0.0/1',
  '::/0',
  '2001:db8::/56',
);
const ports = fc.constantFrom<SecurityGroupRule['ports']>(
  'all',
  { from: 443, to: 443 },
  { from: 1024, to: 65_535 },
  { from: 40_000, to: 65_535 },
  { from: 80, to: 80 },
);

const rules = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.tuple(cidrs, ports).map(([cidr, range]) => allow(cidr, range)) },
    fc.constantFrom(allowGroup('sg-task'), allowGroup('sg-endpoints'), allowList(S3_LIST), allowList(OWN_LIST)),
    fc.constant<SecurityGroupRule>({ protocol: 'other', ports: 'all', peer: { kind: 'cidr', cidr: '0.0.0.0/0' } }),
  ),
  { maxLength: 3 },
);

const someEntries = fc.array(
  fc
    .tuple(fc.nat(200), fc.constantFrom('ingress', 'egress'), fc.constantFrom('allow', 'allow', 'deny'), cidrs, ports)
    .map(([number, direction, action, cidr, range]) => entry(number, direction, action, cidr, range)),
  { maxLength: 5 },
);

const entries: fc.Arbitrary<readonly NetworkAclEntry[]> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(OPEN_ACL) },
  someEntries.map(openAtTheEnd),
);

function openAtTheEnd(some: readonly NetworkAclEntry[]): readonly NetworkAclEntry[] {
  const open = (cidr: string) => [entry(300, 'ingress', 'allow', cidr), entry(300, 'egress', 'allow', cidr)];
  return [...some, ...open('0.0.0.0/0'), ...open('::/0')];
}

const routes: fc.Arbitrary<readonly Route[]> = fc.subarray([
  route('0.0.0.0/0', 'nat-gateway', 'nat-1'),
  S3_ROUTE,
  route('0.0.0.0/0', 'internet-gateway', 'igw-1'),
  route('52.0.0.0/8', 'transit-gateway', 'tgw-1'),
  route('128.0.0.0/1', 'internet-gateway', 'igw-1'),
  { ...route('3.5.64.0/24', 'network-interface', 'eni-gone'), state: 'blackhole' },
  route('10.0.8.0/24', 'network-interface', 'eni-firewall'),
  route('10.9.0.0/16', 'vpc-peering', PEERING),
  route('::/0', 'egress-only-internet-gateway', 'eigw-1'),
  {
    destination: { kind: 'prefix-list', id: OWN_LIST },
    target: { kind: 'transit-gateway', id: 'tgw-1' },
    state: 'active',
  },
]);

const state = fc.constantFrom<Endpoint['state']>('available', 'available', 'available', 'pending', 'failed', 'deleted');
const policy = fc.constantFrom(null, { text: 'allowed' }, { text: 'denied' });

function interfaceEndpoint(service: 'ecr.api' | 'ecr.dkr' | 's3'): fc.Arbitrary<Endpoint> {
  return fc
    .record({
      id: fc.constant(`vpce-interface-${service}`),
      state,
      policy,
      privateDnsEnabled: fc.boolean(),
      privateDnsOnlyForInboundResolver: service === 's3' ? fc.boolean() : fc.constant(false),
      subnets: fc.subarray(['subnet-endpoints-a', 'subnet-endpoints-b', 'subnet-task']),
      securityGroups: fc.subarray(['sg-endpoints', 'sg-task'], { minLength: 1 }),
    })
    .map((changes) => anEndpoint(service, changes))
    .map(withAddresses);
}

function withAddresses(endpoint: Endpoint): Endpoint {
  return { ...endpoint, addresses: addressesIn(listOf(endpoint.subnets)) };
}

function addressesIn(subnets: readonly string[]): readonly string[] {
  const addresses: Readonly<Record<string, string>> = {
    'subnet-endpoints-a': '10.0.8.7',
    'subnet-endpoints-b': '10.0.9.7',
    'subnet-task': '10.0.1.7',
  };
  return subnets.map((subnet) => addresses[subnet] ?? '10.0.255.7');
}

const endpoints = fc
  .tuple(
    fc.option(interfaceEndpoint('ecr.api')),
    fc.option(interfaceEndpoint('ecr.dkr')),
    fc.option(interfaceEndpoint('s3'), { freq: 1 }),
    fc.option(fc.record({ state, policy }).map(s3Gateway)),
  )
  .map((some) => some.filter((endpoint) => endpoint !== null));

const zones: fc.Arbitrary<readonly PrivateZone[]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant([]) },
  fc.subarray([TOKEN_ZONE, MANIFEST_ZONE, LAYERS_ZONE, aZone('example.internal', [])]),
  fc.constantFrom<readonly PrivateZone[]>(
    [aZone('dkr.ecr.eu-west-1.amazonaws.com', 'unknown')],
    [aZone('dkr.ecr.eu-west-1.amazonaws.com', [])],
  ),
);

/** A network at random in every part: most of them carry nothing. */
const wildNetwork: fc.Arbitrary<NetworkEstate> = fc
  .record({
    source: fc.record({
      hasPublicAddress: fc.boolean(),
      hasIpv6Address: fc.boolean(),
      securityGroups: fc.subarray(['sg-task', 'sg-endpoints'], { minLength: 1 }),
    }),
    vpc: fc.record({
      dnsSupport: fc.constantFrom(true, true, true, false),
      dnsHostnames: fc.constantFrom(true, true, true, false),
      resolver: fc.constantFrom<'amazon' | 'custom'>('amazon', 'amazon', 'amazon', 'custom'),
      privateZones: zones,
      publicAccess: fc.constantFrom<'open' | 'egress-only' | 'closed'>('open', 'open', 'open', 'egress-only', 'closed'),
    }),
    taskRoutes: routes,
    natRoutes: routes.map((some) => some.filter(({ target }) => target.kind !== 'nat-gateway')),
    acls: fc.tuple(entries, entries, entries),
    groups: fc.tuple(rules, rules),
    nat: fc.record({
      state: fc.constantFrom<'available' | 'failed'>('available', 'available', 'failed'),
      connectivity: fc.constantFrom<'public' | 'private'>('public', 'public', 'private'),
    }),
    internetGateways: fc.constantFrom<readonly string[]>(['igw-1', 'eigw-1'], ['igw-1'], []),
    endpoints,
    hasOwnTable: fc.boolean(),
  })
  .map((parts): NetworkEstate => {
    const base = withVpc(withSource(anEstate(), parts.source), parts.vpc);
    return Object.assign(base, {
      routeTables: [
        { id: 'rtb-task', isMain: true, subnets: parts.hasOwnTable ? ['subnet-task'] : [], routes: parts.taskRoutes },
        { id: 'rtb-public', isMain: false, subnets: ['subnet-public'], routes: parts.natRoutes },
      ],
      networkAcls: [
        { id: 'acl-task', subnets: ['subnet-task'], entries: parts.acls[0] },
        { id: 'acl-endpoints', subnets: ['subnet-endpoints-a', 'subnet-endpoints-b'], entries: parts.acls[1] },
        { id: 'acl-public', subnets: ['subnet-public'], entries: parts.acls[2] },
      ],
      securityGroups: [
        { id: 'sg-task', ingress: parts.groups[1], egress: parts.groups[0] },
        { id: 'sg-endpoints', ingress: parts.groups[1], egress: [] },
      ],
      natGateways: [{ id: 'nat-1', subnet: 'subnet-public', ...parts.nat }],
      internetGateways: parts.internetGateways,
      endpoints: parts.endpoints,
      prefixLists: [
        { id: S3_LIST, name: 'com.amazonaws.eu-west-1.s3', cidrs: ['52.218.0.0/17', '3.5.64.0/21'] },
        { id: OWN_LIST, name: 'ours', cidrs: ['10.0.8.0/23', '52.218.0.0/18'] },
      ],
      distantVpcs: [aHub()],
    });
  });

const PARTS = [
  'source',
  'vpc',
  'routeTables',
  'networkAcls',
  'securityGroups',
  'natGateways',
  'internetGateways',
  'endpoints',
] as const;

/** A healthy network in which up to three parts are at random. */
const strayedNetwork: fc.Arbitrary<NetworkEstate> = fc
  .tuple(
    wildNetwork,
    fc.constantFrom(natNetwork(), endpointsNetwork(), publicNetwork(), mixedNetwork(), ipv6Network(), spokeNetwork()),
    fc.subarray([...PARTS], { maxLength: 3 }),
  )
  .map(([wild, healthy, parts]) => strayed(healthy, wild, parts));

function strayed(healthy: NetworkEstate, wild: NetworkEstate, parts: readonly (typeof PARTS)[number][]): NetworkEstate {
  const fromWild = Object.fromEntries(parts.map((part) => [part, wild[part]]));
  return { ...healthy, prefixLists: wild.prefixLists, ...fromWild };
}

/** Some network of which everything is known. */
export const anyNetwork: fc.Arbitrary<NetworkEstate> = fc.oneof(
  { weight: 1, arbitrary: wildNetwork },
  { weight: 3, arbitrary: strayedNetwork },
);

/** Without an address that was dialled: that is knowledge of its own, and has to fit the network. */
export const anyQuery: fc.Arbitrary<PathQuery> = fc
  .record({
    ipFamily: fc.constantFrom<PathQuery['ipFamily']>('ipv4', 'ipv4', 'ipv4', 'ipv6'),
    platform: fc.constantFrom<PathQuery['platform']>('fargate-1.4+', 'fargate-1.3', 'ec2-instance', 'eks-node'),
    os: fc.constantFrom<PathQuery['os']>('linux', 'windows', 'unknown'),
  })
  // A source that dials by IPv6 dials the host that has such addresses.
  .map((query) => aQuery({ ...query, hostForm: query.ipFamily === 'ipv6' ? 'dual-stack' : 'ordinary' }));

/** Each hides one part of the network, as a read that AWS denied would. */
export const HIDINGS: Readonly<Record<string, (estate: NetworkEstate) => NetworkEstate>> = {
  routeTables: (estate) => ({ ...estate, routeTables: 'unknown' }),
  networkAcls: (estate) => ({ ...estate, networkAcls: 'unknown' }),
  securityGroups: (estate) => ({ ...estate, securityGroups: 'unknown' }),
  oneSecurityGroup: (estate) => ({ ...estate, securityGroups: listOf(estate.securityGroups).slice(1) }),
  natGateways: (estate) => ({ ...estate, natGateways: 'unknown' }),
  internetGateways: (estate) => ({ ...estate, internetGateways: 'unknown' }),
  endpoints: (estate) => ({ ...estate, endpoints: 'unknown' }),
  prefixLists: (estate) => ({ ...estate, prefixLists: 'unknown' }),
  prefixListEntries: (estate) => ({ ...estate, prefixLists: listOf(estate.prefixLists).map(withoutEntries) }),
  subnets: (estate) => ({ ...estate, subnets: [] }),
  vpcCidrs: (estate) => ({ ...estate, vpc: { ...estate.vpc, cidrs: 'unknown' } }),
  dns: (estate) => ({ ...estate, vpc: { ...estate.vpc, dnsSupport: 'unknown', dnsHostnames: 'unknown' } }),
  resolver: (estate) => ({ ...estate, vpc: { ...estate.vpc, resolver: 'unknown' } }),
  privateZones: (estate) => ({ ...estate, vpc: { ...estate.vpc, privateZones: 'unknown' } }),
  zoneRecords: (estate) =>
    withVpc(estate, { privateZones: listOf(estate.vpc.privateZones).map((zone) => ({ ...zone, records: 'unknown' })) }),
  distantVpcs: (estate) => ({ ...estate, distantVpcs: [] }),
  distantParts: (estate) => ({
    ...estate,
    distantVpcs: estate.distantVpcs.map((vpc) => ({
      ...vpc,
      routeTables: 'unknown',
      networkAcls: 'unknown',
      securityGroups: 'unknown',
      subnets: [],
      cidrs: 'unknown',
    })),
  }),
  publicAccess: (estate) => ({ ...estate, vpc: { ...estate.vpc, publicAccess: 'unknown' } }),
  sourceGroups: (estate) => ({ ...estate, source: { ...estate.source, securityGroups: 'unknown' } }),
  sourceAddresses: (estate) => ({ ...estate, source: { ...estate.source, addresses: 'unknown' } }),
  ipv6Address: (estate) => ({ ...estate, source: { ...estate.source, hasIpv6Address: 'unknown' } }),
  publicAddress: (estate) => ({ ...estate, source: { ...estate.source, hasPublicAddress: 'unknown' } }),
  endpointPolicies: (estate) => ofEachEndpoint(estate, { policy: 'unknown' }),
  endpointStates: (estate) => ofEachEndpoint(estate, { state: 'unknown' }),
  endpointPrivateDns: (estate) =>
    ofEachEndpoint(estate, { privateDnsEnabled: 'unknown', privateDnsOnlyForInboundResolver: 'unknown' }),
  endpointSubnets: (estate) => ofEachEndpoint(estate, { subnets: 'unknown' }),
  endpointAddresses: (estate) => ofEachEndpoint(estate, { addresses: 'unknown' }),
  endpointGroups: (estate) => ofEachEndpoint(estate, { securityGroups: 'unknown' }),
};

export function ofEachEndpoint(estate: NetworkEstate, changes: Partial<Endpoint>): NetworkEstate {
  return {
    ...estate,
    endpoints:
      estate.endpoints === 'unknown' ? 'unknown' : estate.endpoints.map((endpoint) => ({ ...endpoint, ...changes })),
  };
}

function withoutEntries(list: PrefixList): PrefixList {
  return { ...list, cidrs: 'unknown' };
}
