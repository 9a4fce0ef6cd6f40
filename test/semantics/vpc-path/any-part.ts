import * as fc from 'fast-check';
import type {
  Endpoint,
  NetworkAclEntry,
  PrivateZone,
  Route,
  SecurityGroupRule,
} from '../../../src/domain/network-estate.ts';
import {
  allow,
  allowGroup,
  allowList,
  anEndpoint,
  entry,
  OPEN_ACL,
  route,
  S3_LIST,
  S3_ROUTE,
  s3Gateway,
  listOf,
} from '../../support/network.ts';
import { aZone, LAYERS_ZONE, MANIFEST_ZONE, PEERING, TOKEN_ZONE } from '../../support/hub.ts';

/** A list that the owner of the VPC made: the endpoints' subnets and a piece of S3. */
export const OWN_LIST = 'pl-own';

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

export const rules = fc.array(
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

export const entries: fc.Arbitrary<readonly NetworkAclEntry[]> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(OPEN_ACL) },
  someEntries.map(openAtTheEnd),
);

function openAtTheEnd(some: readonly NetworkAclEntry[]): readonly NetworkAclEntry[] {
  const open = (cidr: string) => [entry(300, 'ingress', 'allow', cidr), entry(300, 'egress', 'allow', cidr)];
  return [...some, ...open('0.0.0.0/0'), ...open('::/0')];
}

export const routes: fc.Arbitrary<readonly Route[]> = fc.subarray([
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

export const endpoints = fc
  .tuple(
    fc.option(interfaceEndpoint('ecr.api')),
    fc.option(interfaceEndpoint('ecr.dkr')),
    fc.option(interfaceEndpoint('s3'), { freq: 1 }),
    fc.option(fc.record({ state, policy }).map(s3Gateway)),
  )
  .map((some) => some.filter((endpoint) => endpoint !== null));

export const zones: fc.Arbitrary<readonly PrivateZone[]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant([]) },
  fc.subarray([TOKEN_ZONE, MANIFEST_ZONE, LAYERS_ZONE, aZone('example.internal', [])]),
  fc.constantFrom<readonly PrivateZone[]>(
    [aZone('dkr.ecr.eu-west-1.amazonaws.com', 'unknown')],
    [aZone('dkr.ecr.eu-west-1.amazonaws.com', [])],
  ),
);
