import type { NetworkEstate } from '../../src/domain/network-estate.ts';
import type { PathHop, SubnetPaths } from '../../src/domain/network-path.ts';
import { LEGS, type Leg, type PathQuery, type PolicyAllows } from '../../src/semantics/vpc-path/leg-path.ts';
import { tracePaths } from '../../src/semantics/vpc-path/trace-paths.ts';
import { aQuery, natNetwork } from './network.ts';

/** The ways out of a network's subnet, as the derived fact holds them. */
export function pathsOf(
  estate: NetworkEstate,
  query: Partial<PathQuery> = {},
  policyAllows: PolicyAllows = () => 'allowed',
): SubnetPaths {
  const paths = tracePaths(estate, aQuery(query), policyAllows);
  return { subnet: estate.source.subnet, legs: LEGS.map((leg) => paths[leg]) };
}

/** Everything gets through, by a NAT gateway. */
export const OPEN_PATHS: readonly SubnetPaths[] = [pathsOf(natNetwork())];

/** Ways of which only these hops matter: each leg that is named has them, and the others get through. */
export function pathsWith(legs: readonly Leg[], hop: Partial<PathHop>, subnet = 'subnet-task'): SubnetPaths {
  const whole: PathHop = {
    kind: 'route',
    subject: 'rtb-task',
    verdict: 'blocked',
    reason: 'no-route',
    detail: {},
    ...hop,
  };
  const verdict = whole.verdict === 'blocked' || whole.verdict === 'unknown' ? whole.verdict : 'reachable';
  return {
    subnet,
    legs: LEGS.map((leg) =>
      legs.includes(leg)
        ? { leg, verdict, via: null, hops: [whole] }
        : { leg, verdict: 'reachable', via: 'nat-gateway', hops: [] },
    ),
  };
}

interface PathCase {
  readonly when: string;
  readonly facts: { readonly networkPaths: readonly SubnetPaths[] };
}

/** What a check of the path is given when tasks start in these networks. */
export function factsOf(...estates: readonly NetworkEstate[]): PathCase['facts'] {
  return { networkPaths: estates.map((estate) => pathsOf(estate)) };
}

/** The pull does not come to the kind of hop that a check is about. */
export const ELSEWHERE: PathCase = { when: 'nothing leaves through the network', facts: { networkPaths: [] } };

/** A reason to be shut, at a hop of which it is not known whether the way leads through it. */
export function perhaps(hop: Pick<PathHop, 'kind' | 'reason'>): PathCase {
  return {
    when: 'nobody knows where the way leads',
    facts: { networkPaths: [pathsWith(['manifest'], { ...hop, verdict: 'unknown' })] },
  };
}
