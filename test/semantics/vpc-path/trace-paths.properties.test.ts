import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NetworkEstate } from '../../../src/domain/network-estate.ts';
import {
  blockedAt,
  LEGS,
  type Leg,
  type PathQuery,
  type PolicyAllows,
} from '../../../src/semantics/vpc-path/leg-path.ts';
import { tracePaths } from '../../../src/semantics/vpc-path/trace-paths.ts';
import { aQuery, listOf } from '../../support/network.ts';
import { anyNetwork, anyQuery } from './any-network.ts';
import { HIDINGS } from './hidden-network.ts';

type Change = (estate: NetworkEstate) => NetworkEstate;

const RUNS = { numRuns: 120 };

/** A policy in these tests says what it decides. */
const READ: PolicyAllows = (text) => (text === 'allowed' ? 'allowed' : 'denied');

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
