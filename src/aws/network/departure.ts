import type { Place } from '../../domain/aws.ts';
import type { NetworkSource, Subnet } from '../../domain/network-estate.ts';
import type { Placement } from '../../domain/puller.ts';
import { AwsTrouble } from '../errors.ts';
import type { Reader } from '../reader.ts';
import { networkOfService, readSources, type Sources, sourcesInSubnets } from './sources.ts';

/** Where the connections of a pull leave from, before the network around is read. */
export interface Departure {
  readonly place: Place;
  readonly subnetIds: readonly string[];
  readonly sourcesIn: (vpc: string, subnets: readonly Subnet[]) => Promise<Sources>;
}

/** `null`: a network of AWS's own, in which there is nothing to look at. */
export async function readDeparture(reader: Reader): Promise<Departure | null> {
  const { account, region, placement } = await reader.need('puller');
  const place = { account, region };
  switch (placement.kind) {
    case 'task':
      return fromTask(reader, place);
    case 'subnets':
      return fromSubnets(reader, place, placement);
    case 'machines':
      return fromMachines(place, placement.sources);
    case 'aws':
      return null;
    case 'outside':
      throw new AwsTrouble('puller-outside-aws', {});
    case 'unseen':
      throw new AwsTrouble('puller-network-unseen', {});
  }
}

async function fromTask(reader: Reader, place: Place): Promise<Departure> {
  const workload = await reader.need('workload');
  // A task that stopped may have lost its interface; then its service says where the next one starts.
  const network = workload.network ?? (await networkOfService(reader, workload));
  if (network === null) throw new AwsTrouble('puller-not-named', {});
  return {
    place,
    subnetIds: network.subnets,
    sourcesIn: (vpc, subnets) => readSources(reader, { ...workload, network }, vpc, subnets),
  };
}

function fromSubnets(reader: Reader, place: Place, placement: Extract<Placement, { kind: 'subnets' }>): Departure {
  return {
    place,
    subnetIds: placement.subnets,
    sourcesIn: (vpc, subnets) => sourcesInSubnets(reader, place, vpc, subnets, placement),
  };
}

function fromMachines(place: Place, sources: readonly NetworkSource[]): Departure {
  // No machine has an interface to leave from: nothing says where the next one would.
  if (sources.length === 0) throw new AwsTrouble('puller-network-unseen', {});
  return {
    place,
    subnetIds: [...new Set(sources.map(({ subnet }) => subnet))],
    sourcesIn: () => Promise.resolve({ sources, evidence: [], gaps: [] }),
  };
}
