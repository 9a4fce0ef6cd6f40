import type { Action } from '../../../domain/aws.ts';
import type { Gap } from '../../../domain/evidence.ts';
import type { LegPathFact, SubnetPaths } from '../../../domain/network-path.ts';
import type { HopKind } from '../../../semantics/vpc-path/leg-path.ts';

const LISTS = [
  'ec2:DescribeManagedPrefixLists',
  'ec2:GetManagedPrefixListEntries',
] as const satisfies readonly Action[];
const INTERFACES = ['ec2:DescribeNetworkInterfaces', 'ecs:DescribeServices'] as const satisfies readonly Action[];
const ZONES = ['route53:ListHostedZonesByVPC', 'route53:ListResourceRecordSets'] as const satisfies readonly Action[];
const NAMES = [
  'ec2:DescribeVpcs',
  'ec2:DescribeVpcAttribute',
  'ec2:DescribeDhcpOptions',
] as const satisfies readonly Action[];

/** The calls that can settle each kind of hop. */
const SETTLED_BY: Readonly<Record<HopKind, readonly Action[]>> = {
  'vpc-dns': NAMES,
  'private-dns': [...ZONES, 'ec2:DescribeVpcEndpoints', ...NAMES],
  endpoint: ['ec2:DescribeVpcEndpoints'],
  'endpoint-zone': ['ec2:DescribeVpcEndpoints'],
  'egress-rule': ['ec2:DescribeSecurityGroups', ...INTERFACES, ...LISTS],
  'acl-out': ['ec2:DescribeNetworkAcls', ...INTERFACES, ...LISTS],
  'acl-in': ['ec2:DescribeNetworkAcls', ...INTERFACES, ...LISTS],
  route: [
    'ec2:DescribeRouteTables',
    'ec2:DescribeInternetGateways',
    'ec2:DescribeEgressOnlyInternetGateways',
    ...LISTS,
  ],
  'public-address': INTERFACES,
  nat: ['ec2:DescribeNatGateways'],
  'public-access': ['ec2:DescribeVpcBlockPublicAccessOptions', 'ec2:DescribeVpcBlockPublicAccessExclusions'],
  'endpoint-ingress': ['ec2:DescribeSecurityGroups', ...INTERFACES],
  'endpoint-policy': ['ec2:DescribeVpcEndpoints'],
};

/** What keeps us from knowing whether the pull gets through: the first call that failed of those that would tell. */
export function gapBehind(paths: readonly SubnetPaths[], gaps: readonly Gap[]): Gap | null {
  const legs = paths.flatMap((subnet) => subnet.legs);
  if (legs.some(({ verdict }) => verdict === 'blocked')) return null;
  const wanted = new Set<Action>(legs.filter(({ verdict }) => verdict === 'unknown').flatMap(unsettled));
  const untold = gaps.find(({ action }) => action !== null && wanted.has(action));
  // An account that nobody lets us into may hide any part of its network.
  const shutOut = wanted.size === 0 ? undefined : gaps.find(({ reason }) => reason === 'account-not-configured');
  return shutOut ?? untold ?? null;
}

function unsettled({ hops }: LegPathFact): readonly Action[] {
  return hops
    .filter(({ verdict }) => verdict === 'unknown')
    .flatMap(({ kind }) => (isHopKind(kind) ? SETTLED_BY[kind] : []));
}

function isHopKind(kind: string): kind is HopKind {
  return Object.hasOwn(SETTLED_BY, kind);
}
