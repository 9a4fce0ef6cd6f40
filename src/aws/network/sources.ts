import type { NetworkInterface } from '@aws-sdk/client-ec2';
import type { Place } from '../../domain/aws.ts';
import type { Evidence, Gap } from '../../domain/evidence.ts';
import type { EcsNetwork, EcsWorkload } from '../../domain/facts/puller.ts';
import type { NetworkSource, OrUnknown, Subnet } from '../../domain/network-estate.ts';
import { describeServices } from '../ecs/find-service.ts';
import { AwsTrouble } from '../errors.ts';
import type { Reader } from '../reader.ts';
import { describeInterfaces, sourceOf } from './interfaces.ts';
import { type Part, readPart } from './part.ts';
import { readDefaultGroup } from './security-groups.ts';

/** Where the pull leaves from: one source for each subnet that a task may start in. */
export interface Sources {
  readonly sources: readonly NetworkSource[];
  readonly evidence: readonly Evidence[];
  readonly gaps: readonly Gap[];
}

/** What the interface of whatever starts next would wear. */
interface Wear {
  readonly securityGroups: OrUnknown<readonly string[]>;
  readonly hasPublicAddress: OrUnknown<boolean>;
}

export async function readSources(
  reader: Reader,
  workload: EcsWorkload,
  vpc: string,
  subnets: readonly Subnet[],
): Promise<Sources> {
  const interfaceId = workload.network?.networkInterface ?? null;
  if (interfaceId === null)
    return wornIn(subnets, await readPart(() => withDefault(reader, workload, vpc, workload.network)));
  const found = await readPart(() => readInterface(reader, workload, interfaceId));
  if (found.value === 'unknown' || found.value === null) {
    // The interface of a task that stopped is gone; the next task of its service will get one like it.
    const worn = await readPart(async () =>
      withDefault(reader, workload, vpc, await networkOfService(reader, workload)),
    );
    const gaps = worn.value === 'unknown' ? [...found.gaps, ...worn.gaps] : [];
    return wornIn(subnets, { ...worn, evidence: [...found.evidence, ...worn.evidence], gaps });
  }
  return { sources: [sourceOf(found.value)], evidence: found.evidence, gaps: [] };
}

async function readInterface(reader: Reader, place: Place, id: string) {
  const { output, says } = await describeInterfaces(reader, place, [id]);
  const found = output?.[0] ?? null;
  return { value: found, evidence: [says(id, found === null ? 'no such interface any more' : describe(found))] };
}

/** Where ECS starts the tasks of the workload's service. Throws `workload-gone` when it belongs to none that exists. */
export async function networkOfService(
  reader: Reader,
  { service, cluster, account, region }: EcsWorkload,
): Promise<EcsNetwork | null> {
  const place = { account, region };
  const [found] = service === null ? [] : await describeServices(reader, place, cluster, [service]);
  if (found === undefined) throw new AwsTrouble('workload-gone', { action: 'ecs:DescribeServices', place });
  return found.network;
}

/** What would leave from any of these subnets, wherever it starts next. */
export async function sourcesInSubnets(
  reader: Reader,
  place: Place,
  vpc: string,
  subnets: readonly Subnet[],
  { securityGroups, hasPublicAddress }: Wear,
): Promise<Sources> {
  if (securityGroups === 'unknown')
    return wornIn(subnets, { value: { securityGroups, hasPublicAddress }, evidence: [], gaps: [] });
  return wornIn(subnets, await readPart(() => withGroups(reader, place, vpc, { securityGroups, hasPublicAddress })));
}

function withDefault(reader: Reader, place: Place, vpc: string, network: EcsNetwork | null) {
  const { securityGroups = [], assignPublicIp = false } = network ?? {};
  return withGroups(reader, place, vpc, { securityGroups, hasPublicAddress: assignPublicIp });
}

async function withGroups(
  reader: Reader,
  place: Place,
  vpc: string,
  { securityGroups, hasPublicAddress }: { securityGroups: readonly string[]; hasPublicAddress: OrUnknown<boolean> },
) {
  const value: Wear = {
    hasPublicAddress,
    securityGroups: securityGroups.length > 0 ? securityGroups : await readDefaultGroup(reader, place, vpc),
  };
  return { value, evidence: [] };
}

/** A source in each subnet, none of which has an address yet. */
function wornIn(subnets: readonly Subnet[], { value, evidence, gaps }: Part<Wear>): Sources {
  const sources = subnets.map(({ id, cidrs }): NetworkSource => ({
    id,
    subnet: id,
    addresses: 'unknown',
    securityGroups: value === 'unknown' ? 'unknown' : value.securityGroups,
    hasPublicAddress: value === 'unknown' ? 'unknown' : value.hasPublicAddress,
    // In a subnet with IPv6 it depends on a setting of the account, which is not read.
    hasIpv6Address: cidrs.some((cidr) => cidr.includes(':')) ? 'unknown' : false,
  }));
  return { sources, evidence, gaps };
}

function describe({ SubnetId = '', PrivateIpAddress = '', Association }: NetworkInterface): string {
  return `${PrivateIpAddress} in ${SubnetId}, ${Association?.PublicIp === undefined ? 'no public address' : `public address ${Association.PublicIp}`}`;
}
