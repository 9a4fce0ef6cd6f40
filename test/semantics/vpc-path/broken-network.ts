import { expect, it } from 'vitest';
import type { NetworkEstate } from '../../../src/domain/network-estate.ts';
import { LEGS, type Leg, type PathQuery, type PolicyAllows } from '../../../src/semantics/vpc-path/leg-path.ts';
import { tracePaths } from '../../../src/semantics/vpc-path/trace-paths.ts';
import { entry, route } from '../../support/network.ts';
import { ALLOW_ALL, outcomes, type Outcome } from './outcomes.ts';

/** A healthy network with one thing broken, and how the legs that it breaks end. The others must stay as they were. */
export interface Broken {
  readonly name: string;
  readonly estate: NetworkEstate;
  readonly expected: Partial<Record<Leg, Outcome>>;
  readonly policyAllows?: PolicyAllows;
}

export const DENIED: PolicyAllows = () => 'denied';
export const A_POLICY = { policy: { text: '{"Statement":[]}' } };
export const NAT_ROUTE = route('0.0.0.0/0', 'nat-gateway', 'nat-1');
export const INGRESS_HTTPS_ONLY = [
  entry(100, 'ingress', 'allow', '0.0.0.0/0', { from: 443, to: 443 }),
  entry(100, 'egress', 'allow'),
];

/** Tests each: only the legs that it breaks end otherwise than in the healthy network, and at one blocked hop. */
export function testBroken(healthy: NetworkEstate, query: PathQuery, cases: readonly Broken[]): void {
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
}
