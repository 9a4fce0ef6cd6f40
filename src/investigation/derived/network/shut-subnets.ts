import type { EcrIncident } from '../../../domain/check.ts';
import type { Learned, Unknown } from '../../../domain/facts.ts';
import type { NetworkEstate } from '../../../domain/network-estate.ts';
import type { SubnetPaths } from '../../../domain/network-path.ts';
import { traceNetworkPaths } from './network-paths.ts';
import { learnPullWay } from './pull-way.ts';

type Learn = <Name extends 'network' | 'puller' | 'pullerRoles' | 'workload'>(name: Name) => Promise<Learned<Name>>;

/** The networks around the subnets out of which the pull does not get through, the worst first. */
export async function shutEstates(
  learn: Learn,
  incident: EcrIncident,
): Promise<{ known: true; value: readonly NetworkEstate[] } | Unknown> {
  const traced = await traceEach(learn, incident);
  if (!traced.known) return traced;
  return { known: true, value: traced.value.filter(({ paths }) => isShut(paths)).map(({ estate }) => estate) };
}

interface Traced {
  readonly estate: NetworkEstate;
  readonly paths: SubnetPaths;
}

/** Each network with the ways out of it, the worst first. */
export async function traceEach(
  learn: Learn,
  incident: EcrIncident,
): Promise<{ known: true; value: readonly Traced[] } | Unknown> {
  const network = await learn('network');
  if (!network.known) return network;
  const way = await learnPullWay(learn);
  if (!way.known) return way;
  const { estates } = network.value;
  const value = traceNetworkPaths(estates, way.value, incident).flatMap((paths): readonly Traced[] => {
    const estate = estates.find(({ source }) => source.subnet === paths.subnet);
    return estate === undefined ? [] : [{ estate, paths }];
  });
  return { known: true, value };
}

export function isShut({ legs }: SubnetPaths): boolean {
  return legs.some(({ verdict }) => verdict === 'blocked');
}
