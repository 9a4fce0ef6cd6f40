import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  NetworkAcl,
  NetworkAclEntry,
  NetworkEstate,
  RouteTable,
  SecurityGroup,
} from '../../../src/domain/network-estate.ts';
import {
  blockedAt,
  LEGS,
  type Leg,
  type PathQuery,
  type PolicyAllows,
} from '../../../src/semantics/vpc-path/leg-path.ts';
import { tracePaths } from '../../../src/semantics/vpc-path/trace-paths.ts';
import {
  allow,
  allowList,
  anEndpoint,
  aQuery,
  entry,
  natNetwork,
  route,
  S3_LIST,
  S3_ROUTE,
  s3Gateway,
  listOf,
} from '../../support/network.ts';
import { anyNetwork, anyQuery, HIDINGS, ofEachEndpoint } from './any-network.ts';
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

describe('on any network', () => {
  it('the verdict is what the hops add up to, and a blocked path has a first blocked hop', () => {
    fc.assert(
      fc.property(anyNetwork, anyQuery, someHiding(), (network, query, hide) => {
        for (const path of Object.values(tracePaths(hide(network), query, READ))) {
          const shut = path.hops.filter(({ verdict }) => verdict === 'blocked');
          const isInDoubt = path.hops.some(({ verdict }) => verdict === 'unknown');
          const otherwise = isInDoubt ? 'unknown' : 'reachable';
          expect(path.verdict).toBe(shut.length > 0 ? 'blocked' : otherwise);
          expect(blockedAt(path)).toBe(shut[0] ?? null);
        }
      }),
      RUNS,
    );
  });

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

  it.each(Object.entries(HIDINGS))(
    'without knowing %s, no verdict is given that knowing would contradict',
    (_name, hide) => {
      fc.assert(
        fc.property(anyNetwork, anyQuery, (network, query) => {
          expect(contradictions(network, hide(network), query)).toEqual([]);
        }),
        RUNS,
      );
    },
  );

  it('without knowing several parts, neither', () => {
    fc.assert(
      fc.property(anyNetwork, anyQuery, someHiding(), (network, query, hide) => {
        expect(contradictions(network, hide(network), query)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('without knowing anything, nothing is claimed', () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const hidden = Object.values(HIDINGS).reduce((estate, hide) => hide(estate), network);
        const verdicts = Object.values(tracePaths(hidden, aQuery(), READ)).map(({ verdict }) => verdict);
        expect(verdicts).toEqual(['unknown', 'unknown', 'unknown']);
      }),
      RUNS,
    );
  });

  it('of a subnet that no table names follows the main table, and any other the one that names it', () => {
    fc.assert(
      fc.property(anyNetwork, anyQuery, (network, query) => {
        const tables = listOf(network.routeTables);
        const own =
          tables.find(({ subnets }) => subnets.includes('subnet-task')) ?? tables.find(({ isMain }) => isMain);
        const named = tables.map((table) => ({
          ...table,
          subnets: [...table.subnets.filter((id) => id !== 'subnet-task'), ...(table === own ? ['subnet-task'] : [])],
        }));
        expect(tracePaths({ ...network, routeTables: named }, query, READ)).toEqual(tracePaths(network, query, READ));
      }),
      RUNS,
    );
  });

  it('without IPv6 at the source, is never open for it', () => {
    fc.assert(
      fc.property(anyNetwork, anyQuery, (network, query) => {
        const without = { ...network, source: { ...network.source, hasIpv6Address: false } };
        const gateways = Object.values(tracePaths(without, { ...query, ipFamily: 'ipv6' }, READ)).filter(
          ({ via }) => via === 'egress-only-gateway' || via === 'internet-gateway',
        );
        expect(gateways.filter(({ verdict }) => verdict === 'reachable')).toEqual([]);
      }),
      RUNS,
    );
  });

  it('holds often enough for these properties to mean something', () => {
    const verdicts = fc
      .sample(fc.tuple(anyNetwork, anyQuery), { numRuns: 300, seed: 1 })
      .flatMap(([network, query]) => Object.values(tracePaths(network, query, READ)).map(({ verdict }) => verdict));
    for (const verdict of ['reachable', 'blocked', 'unknown'] as const) {
      expect(verdicts.filter((one) => one === verdict).length).toBeGreaterThan(60);
    }
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

function someHiding(): fc.Arbitrary<Change> {
  return fc
    .subarray(Object.values(HIDINGS), { maxLength: 6 })
    .map((hidings) => (estate: NetworkEstate) => hidings.reduce((hidden, hide) => hide(hidden), estate));
}

/** Legs of which a verdict was given without knowing all, and is another one when all is known. */
function contradictions(network: NetworkEstate, hidden: NetworkEstate, query: PathQuery): readonly Leg[] {
  const known = tracePaths(network, query, READ);
  const claimed = tracePaths(hidden, query, READ);
  return LEGS.filter((leg) => claimed[leg].verdict !== 'unknown' && claimed[leg].verdict !== known[leg].verdict);
}

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
