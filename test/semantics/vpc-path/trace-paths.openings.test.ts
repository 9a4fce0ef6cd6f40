import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  NetworkAcl,
  NetworkAclEntry,
  NetworkEstate,
  RouteTable,
  SecurityGroup,
} from '../../../src/domain/network-estate.ts';
import { LEGS, type PolicyAllows } from '../../../src/semantics/vpc-path/leg-path.ts';
import { tracePaths } from '../../../src/semantics/vpc-path/trace-paths.ts';
import {
  allow,
  allowList,
  anEndpoint,
  entry,
  natNetwork,
  route,
  S3_LIST,
  S3_ROUTE,
  s3Gateway,
  listOf,
} from '../../support/network.ts';
import { anyNetwork, anyQuery } from './any-network.ts';
import { ofEachEndpoint } from './hidden-network.ts';
import { outcomes } from './outcomes.ts';

type Change = (estate: NetworkEstate) => NetworkEstate;

const RUNS = { numRuns: 120 };

/** A policy in these tests says what it decides. */
const READ: PolicyAllows = (text) => (text === 'allowed' ? 'allowed' : 'denied');

/** The ports that any client may pick for itself. */
const ANSWERS = { from: 1024, to: 65_535 };

const RANK = { blocked: 0, unknown: 1, reachable: 2 } as const;

/** Each takes one restriction away. Private DNS is not among them: see the last test. */
const OPENINGS: Readonly<Record<string, Change>> = {
  'an outbound rule for everything': (estate) => withRule(estate, 'egress', '0.0.0.0/0'),
  'an outbound rule for the VPC': (estate) => withRule(estate, 'egress', '10.0.0.0/16'),
  'an outbound rule for all of IPv6': (estate) => withRule(estate, 'egress', '::/0'),
  'an outbound rule for the prefix list of S3': withListRule,
  'an outbound rule for a piece of S3': (estate) => withRule(estate, 'egress', '52.218.0.0/17'),
  'an inbound rule for the VPC': (estate) => withRule(estate, 'ingress', '10.0.0.0/16'),
  'an inbound rule for one subnet': (estate) => withRule(estate, 'ingress', '10.0.1.0/24'),
  'an ACL entry before all others': (estate) => withEntries(estate, 0, '0.0.0.0/0'),
  'an ACL entry in the middle': (estate) => withEntries(estate, 150, '10.0.0.0/16'),
  'a policy of full access': (estate) => ofEachEndpoint(estate, { policy: null }),
  'a public address': (estate) => ({ ...estate, source: { ...estate.source, hasPublicAddress: true } }),
  'an IPv6 address': (estate) => ({ ...estate, source: { ...estate.source, hasIpv6Address: true } }),
  'an ACL entry for answers alone': (estate) =>
    withEntriesOf(estate, [entry(0, 'ingress', 'allow', '0.0.0.0/0', ANSWERS)]),
  'the gateways of the VPC': (estate) => ({ ...estate, internetGateways: ['igw-1', 'eigw-1'] }),
  'a NAT gateway that works': withWorkingNat,
  'answers to names': (estate) => ({ ...estate, vpc: { ...estate.vpc, dnsSupport: true } }),
  'public access': (estate) => ({ ...estate, vpc: { ...estate.vpc, publicAccess: 'open' } }),
  'a default route where there was none': (estate) => withTables(estate, withDefaultRoute),
  'a gateway endpoint of S3 on every table': withS3Gateway,
};

describe('an opening of any network', () => {
  it.each(Object.entries(OPENINGS))('%s never makes it worse', (_name, open) => {
    fc.assert(
      fc.property(anyNetwork, anyQuery, (network, query) => {
        const before = tracePaths(network, query, READ);
        const after = tracePaths(open(network), query, READ);
        expect(LEGS.filter((leg) => RANK[after[leg].verdict] < RANK[before[leg].verdict])).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe('the one opening that can break a path', () => {
  it('is an endpoint with private DNS: it takes the name over for the whole VPC, also from a NAT gateway that worked', () => {
    const closed = anEndpoint('ecr.dkr', { securityGroups: [] });
    expect(outcomes(natNetwork()).manifest).toBe('nat-gateway');
    expect(outcomes({ ...natNetwork(), endpoints: [closed] }).manifest).toBe('endpoint-ingress: endpoint-sg-closed');
    const quiet = { ...closed, privateDnsEnabled: false };
    expect(outcomes({ ...natNetwork(), endpoints: [quiet] }).manifest).toBe('nat-gateway');
  });
});

function withRule(estate: NetworkEstate, direction: 'ingress' | 'egress', cidr: string): NetworkEstate {
  const opened = (group: SecurityGroup) => ({ ...group, [direction]: [...group[direction], allow(cidr)] });
  return { ...estate, securityGroups: listOf(estate.securityGroups).map(opened) };
}

function withListRule(estate: NetworkEstate): NetworkEstate {
  const opened = (group: SecurityGroup) => ({ ...group, egress: [...group.egress, allowList(S3_LIST)] });
  return { ...estate, securityGroups: listOf(estate.securityGroups).map(opened) };
}

function withEntries(estate: NetworkEstate, number: number, cidr: string): NetworkEstate {
  return withEntriesOf(estate, [entry(number, 'ingress', 'allow', cidr), entry(number, 'egress', 'allow', cidr)]);
}

function withEntriesOf(estate: NetworkEstate, more: readonly NetworkAclEntry[]): NetworkEstate {
  const opened = (acl: NetworkAcl) => ({ ...acl, entries: [...more, ...acl.entries] });
  return { ...estate, networkAcls: listOf(estate.networkAcls).map(opened) };
}

function withWorkingNat(estate: NetworkEstate): NetworkEstate {
  return {
    ...estate,
    natGateways: [{ id: 'nat-1', state: 'available', connectivity: 'public', subnet: 'subnet-public' }],
  };
}

function withTables(estate: NetworkEstate, change: (table: RouteTable) => RouteTable): NetworkEstate {
  return { ...estate, routeTables: listOf(estate.routeTables).map(change) };
}

function withDefaultRoute(table: RouteTable): RouteTable {
  const isThere = table.routes.some(
    ({ destination }) => destination.kind === 'cidr' && destination.cidr === '0.0.0.0/0',
  );
  if (isThere) return table;
  const toNat = route('0.0.0.0/0', 'nat-gateway', 'nat-1');
  const toInternet = route('0.0.0.0/0', 'internet-gateway', 'igw-1');
  return { ...table, routes: [...table.routes, table.id === 'rtb-task' ? toNat : toInternet] };
}

function withS3Gateway(estate: NetworkEstate): NetworkEstate {
  const others = listOf(estate.endpoints).filter(({ type }) => type !== 'gateway');
  return { ...withTables(estate, withS3Route), endpoints: [...others, s3Gateway()] };
}

function withS3Route(table: RouteTable): RouteTable {
  return { ...table, routes: [...table.routes.filter(({ target }) => target.kind !== 'gateway-endpoint'), S3_ROUTE] };
}
