import type {
  Endpoint,
  NetworkAclEntry,
  NetworkEstate,
  NetworkSource,
  Route,
  RouteTargetKind,
  SecurityGroup,
  SecurityGroupRule,
  Vpc,
} from '../../src/domain/network-estate.ts';
import type { Inquiry } from '../../src/semantics/vpc-path/inquiry.ts';
import type { PathQuery } from '../../src/semantics/vpc-path/leg-path.ts';

export const REGION = 'eu-west-1';
export const ACCOUNT = '123456789012';
export const S3_LIST = 'pl-6da54004';

/** A Fargate task that pulls from eu-west-1. */
export function aQuery(changes: Partial<PathQuery> = {}): PathQuery {
  return {
    region: REGION,
    registry: ACCOUNT,
    platform: 'fargate-1.4+',
    ipFamily: 'ipv4',
    hostForm: 'ordinary',
    os: 'linux',
    dialled: null,
    ...changes,
  };
}

export function anInquiry(estate: NetworkEstate, query: Partial<PathQuery> = {}): Inquiry {
  return { estate, query: aQuery(query), policyAllows: () => 'allowed' };
}

export function allow(cidr: string, ports: SecurityGroupRule['ports'] = { from: 443, to: 443 }): SecurityGroupRule {
  return { protocol: 'tcp', ports, peer: { kind: 'cidr', cidr } };
}

export function allowGroup(id: string): SecurityGroupRule {
  return { protocol: 'tcp', ports: { from: 443, to: 443 }, peer: { kind: 'group', id } };
}

export function allowList(id: string): SecurityGroupRule {
  return { protocol: 'tcp', ports: { from: 443, to: 443 }, peer: { kind: 'prefix-list', id } };
}

export function route(cidr: string, kind: RouteTargetKind, id: string): Route {
  return { destination: { kind: 'cidr', cidr }, target: { kind, id }, state: 'active' };
}

export const S3_ROUTE: Route = {
  destination: { kind: 'prefix-list', id: S3_LIST },
  target: { kind: 'gateway-endpoint', id: 'vpce-s3' },
  state: 'active',
};

export function entry(
  number: number,
  direction: NetworkAclEntry['direction'],
  action: NetworkAclEntry['action'],
  cidr = '0.0.0.0/0',
  ports: NetworkAclEntry['ports'] = 'all',
): NetworkAclEntry {
  return { number, direction, action, protocol: ports === 'all' ? 'all' : 'tcp', ports, cidr };
}

export const OPEN_ACL: readonly NetworkAclEntry[] = [entry(100, 'ingress', 'allow'), entry(100, 'egress', 'allow')];

export function anEndpoint(service: 'ecr.api' | 'ecr.dkr' | 's3' | 'logs', changes: Partial<Endpoint> = {}): Endpoint {
  return {
    id: `vpce-${service.replace('ecr.', '')}`,
    service: `com.amazonaws.${REGION}.${service}`,
    type: 'interface',
    state: 'available',
    policy: null,
    privateDnsEnabled: true,
    privateDnsOnlyForInboundResolver: false,
    subnets: ['subnet-endpoints-a', 'subnet-endpoints-b'],
    addresses: 'unknown',
    securityGroups: ['sg-endpoints'],
    ...changes,
  };
}

export function s3Gateway(changes: Partial<Endpoint> = {}): Endpoint {
  return anEndpoint('s3', { type: 'gateway', privateDnsEnabled: false, subnets: [], securityGroups: [], ...changes });
}

/**
 * VPC 10.0.0.0/16 with the task in subnet-task (zone a, 10.0.1.0/24), endpoints in two subnets (10.0.8.0/24 in zone a,
 * 10.0.9.0/24 in zone b) and a public subnet (10.0.0.0/24) for the NAT gateway. Nothing leads out yet.
 */
export function anEstate(changes: Partial<NetworkEstate> = {}): NetworkEstate {
  return {
    seenFrom: ACCOUNT,
    source: {
      id: 'eni-task',
      subnet: 'subnet-task',
      addresses: ['10.0.1.10'],
      securityGroups: ['sg-task'],
      hasPublicAddress: false,
      hasIpv6Address: false,
    },
    vpc: {
      id: 'vpc-1',
      owner: ACCOUNT,
      cidrs: ['10.0.0.0/16', '2001:db8::/56'],
      dnsSupport: true,
      dnsHostnames: true,
      resolver: 'amazon',
      privateZones: [],
      publicAccess: 'open',
    },
    subnets: [
      { id: 'subnet-task', zone: 'eu-west-1a', cidrs: ['10.0.1.0/24', '2001:db8:0:1::/64'] },
      { id: 'subnet-endpoints-a', zone: 'eu-west-1a', cidrs: ['10.0.8.0/24'] },
      { id: 'subnet-endpoints-b', zone: 'eu-west-1b', cidrs: ['10.0.9.0/24'] },
      { id: 'subnet-public', zone: 'eu-west-1a', cidrs: ['10.0.0.0/24'] },
    ],
    routeTables: [
      { id: 'rtb-main', isMain: true, subnets: [], routes: [] },
      { id: 'rtb-task', isMain: false, subnets: ['subnet-task'], routes: [] },
      {
        id: 'rtb-public',
        isMain: false,
        subnets: ['subnet-public'],
        routes: [route('0.0.0.0/0', 'internet-gateway', 'igw-1')],
      },
    ],
    networkAcls: [
      { id: 'acl-task', subnets: ['subnet-task'], entries: OPEN_ACL },
      { id: 'acl-endpoints', subnets: ['subnet-endpoints-a', 'subnet-endpoints-b'], entries: OPEN_ACL },
      { id: 'acl-public', subnets: ['subnet-public'], entries: OPEN_ACL },
    ],
    securityGroups: [
      { id: 'sg-task', ingress: [], egress: [allow('0.0.0.0/0', 'all')] },
      { id: 'sg-endpoints', ingress: [allow('10.0.0.0/16')], egress: [] },
    ],
    natGateways: [{ id: 'nat-1', state: 'available', connectivity: 'public', subnet: 'subnet-public' }],
    internetGateways: ['igw-1', 'eigw-1'],
    endpoints: [],
    prefixLists: [{ id: S3_LIST, name: `com.amazonaws.${REGION}.s3`, cidrs: ['52.218.0.0/17', '3.5.64.0/21'] }],
    distantVpcs: [],
    ...changes,
  };
}

/** Everything through a NAT gateway. */
export function natNetwork(): NetworkEstate {
  return withRoutes(anEstate(), 'rtb-task', [route('0.0.0.0/0', 'nat-gateway', 'nat-1')]);
}

/** No way to the internet: endpoints for ecr.api and ecr.dkr, a gateway for S3, and groups that allow just these. */
export function endpointsNetwork(): NetworkEstate {
  const estate = withRoutes(
    anEstate({ endpoints: [anEndpoint('ecr.api'), anEndpoint('ecr.dkr'), s3Gateway()] }),
    'rtb-task',
    [S3_ROUTE],
  );
  return withGroup(
    withGroup(estate, 'sg-task', { egress: [allowGroup('sg-endpoints'), allowList(S3_LIST)] }),
    'sg-endpoints',
    {
      ingress: [allowGroup('sg-task')],
    },
  );
}

/** A public address and an internet gateway. */
export function publicNetwork(): NetworkEstate {
  return withSource(withRoutes(anEstate(), 'rtb-task', [route('0.0.0.0/0', 'internet-gateway', 'igw-1')]), {
    hasPublicAddress: true,
  });
}

/** A NAT gateway for most, with endpoints for what a pull needs. */
export function mixedNetwork(): NetworkEstate {
  const endpoints = [anEndpoint('ecr.api'), anEndpoint('ecr.dkr'), s3Gateway()];
  return withRoutes({ ...natNetwork(), endpoints }, 'rtb-task', [route('0.0.0.0/0', 'nat-gateway', 'nat-1'), S3_ROUTE]);
}

/** IPv6 through an egress-only gateway. */
export function ipv6Network(): NetworkEstate {
  const estate = withRoutes(anEstate(), 'rtb-task', [route('::/0', 'egress-only-internet-gateway', 'eigw-1')]);
  const open = withGroup(estate, 'sg-task', { egress: [allow('::/0')] });
  const acl = [entry(100, 'ingress', 'allow', '::/0'), entry(100, 'egress', 'allow', '::/0')];
  return withSource(withAcl(open, 'acl-task', acl), { addresses: ['2001:db8:0:1::a'], hasIpv6Address: true });
}

export function withSource(estate: NetworkEstate, changes: Partial<NetworkSource>): NetworkEstate {
  return { ...estate, source: { ...estate.source, ...changes } };
}

export function withVpc(estate: NetworkEstate, changes: Partial<Vpc>): NetworkEstate {
  return { ...estate, vpc: { ...estate.vpc, ...changes } };
}

export function withRoutes(estate: NetworkEstate, table: string, routes: readonly Route[]): NetworkEstate {
  return { ...estate, routeTables: changed(estate.routeTables, table, { routes }) };
}

export function withGroup(estate: NetworkEstate, group: string, changes: Partial<SecurityGroup>): NetworkEstate {
  return { ...estate, securityGroups: changed(estate.securityGroups, group, changes) };
}

export function withAcl(estate: NetworkEstate, acl: string, entries: readonly NetworkAclEntry[]): NetworkEstate {
  return { ...estate, networkAcls: changed(estate.networkAcls, acl, { entries }) };
}

export function withEndpoint(estate: NetworkEstate, id: string, changes: Partial<Endpoint>): NetworkEstate {
  return { ...estate, endpoints: changed(estate.endpoints, id, changes) };
}

export function withoutEndpoint(estate: NetworkEstate, id: string): NetworkEstate {
  return {
    ...estate,
    endpoints: estate.endpoints === 'unknown' ? 'unknown' : estate.endpoints.filter((endpoint) => endpoint.id !== id),
  };
}

/** What is known of a list; none of it when nothing is. */
export function listOf<Item>(list: 'unknown' | readonly Item[]): readonly Item[] {
  return list === 'unknown' ? [] : list;
}

function changed<Item extends { readonly id: string }>(
  items: readonly Item[] | 'unknown',
  id: string,
  changes: Partial<Item>,
): readonly Item[] | 'unknown' {
  if (items === 'unknown' || !items.some((item) => item.id === id))
    throw new Error(`the network has no ${id} to change`);
  return items.map((item) => (item.id === id ? { ...item, ...changes } : item));
}
