import * as fc from 'fast-check';
import type { NetworkEstate } from '../../../src/domain/network-estate.ts';
import type { PathQuery } from '../../../src/semantics/vpc-path/leg-path.ts';
import {
  anEstate,
  aQuery,
  endpointsNetwork,
  ipv6Network,
  mixedNetwork,
  natNetwork,
  publicNetwork,
  S3_LIST,
  withSource,
  withVpc,
} from '../../support/network.ts';
import { aHub, spokeNetwork } from '../../support/hub.ts';

import { endpoints, entries, OWN_LIST, routes, rules, zones } from './any-part.ts';

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
