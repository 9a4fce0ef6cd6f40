import type { EcrIncident } from '../../../domain/check.ts';
import type { NetworkEstate } from '../../../domain/network-estate.ts';
import type { SubnetPaths } from '../../../domain/network-path.ts';
import { defineDerived, known } from '../define-derived.ts';
import { gapBehind } from './network-gap.ts';
import { learnPullWay, type PullWay } from './pull-way.ts';
import { traceLegs } from './trace-legs.ts';

export const networkPaths = defineDerived({
  name: 'networkPaths',
  from: ['network', 'puller', 'pullerRoles', 'workload'],
  async derive(learn, incident) {
    const network = await learn('network');
    if (!network.known) return network;
    const way = await learnPullWay(learn);
    if (!way.known) return way;
    const paths = traceNetworkPaths(network.value.estates, way.value, incident);
    // A part that could not be read is a gap only when it keeps us from knowing where the pull gets through.
    const gap = gapBehind(paths, network.value.gaps);
    return gap === null ? known(paths, network.evidence) : { known: false, gap };
  },
});

/** The ways of the pull out of each subnet, the worst first. */
export function traceNetworkPaths(
  estates: readonly NetworkEstate[],
  way: PullWay,
  incident: EcrIncident,
): readonly SubnetPaths[] {
  return estates
    .map((estate) => ({ subnet: estate.source.subnet, legs: traceLegs(estate, way, incident) }))
    .toSorted((a, b) => badness(b) - badness(a));
}

function badness({ legs }: SubnetPaths): number {
  return Math.max(0, ...legs.map(({ verdict }) => ['reachable', 'unknown', 'blocked'].indexOf(verdict)));
}
