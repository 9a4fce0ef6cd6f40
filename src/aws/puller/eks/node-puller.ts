import type { Filter } from '@aws-sdk/client-ec2';
import type { Place } from '../../../domain/aws.ts';
import type { Puller } from '../../../domain/puller.ts';
import { AwsTrouble } from '../../errors.ts';
import { onlyOneOf, placesNamed } from '../../places.ts';
import type { FactReading, Reader } from '../../reader.ts';
import { rolesOfInstances } from '../instance-roles.ts';
import { commonOf, describeInstances, type RunningInstances, sourcesOf } from '../instances.ts';

export interface NodeRef {
  readonly place: Partial<Place>;
  /** The name of the node, or the id of its instance. */
  readonly node: string;
  readonly cluster?: string | undefined;
}

/** Who pulls on one node: its instance, with its own role and out of its own subnet. */
export async function nodePuller(reader: Reader, ref: NodeRef): Promise<FactReading<'puller'>> {
  const lookup = lookupOf(ref.node);
  if (lookup === null) throw new AwsTrouble('puller-on-node', {});
  const { place, instances, evidence } = await onlyOneOf(
    placesNamed(reader, { ...lookup.place, ...ref.place }).map((each) => findNode(reader, each, ref, lookup.filter)),
  );
  // The same private address may be another machine's in another VPC.
  if (instances.length > 1) throw new AwsTrouble('several-pullers', {});
  const { roles, evidence: profiles } = await rolesOfInstances(reader, place, instances);
  const cluster = ref.cluster ?? clusterOf(instances[0]?.tags ?? {});
  const isNode = cluster !== null || reader.incident.platform === 'kubernetes';
  const value: Puller = {
    ...place,
    kind: isNode ? 'eks-node' : 'ecs-instance',
    name: `${isNode ? 'node' : 'instance'} ${ref.node}${cluster === null ? '' : ` of cluster ${cluster}`}`,
    roles: roles.map((arn) => ({ arn, source: isNode ? 'node-role' : 'instance-role' })),
    service: null,
    placement: { kind: 'machines', sources: sourcesOf(instances) },
    images: [],
    os: commonOf(instances.map(({ os }) => os)),
    architecture: commonOf(instances.map(({ architecture }) => architecture)),
    diskGiB: null,
  };
  return { value, evidence: [...evidence, ...profiles] };
}

/** The same; `null` where every place could be asked and none has such a node. */
export async function nodePullerIfSeen(reader: Reader, ref: NodeRef): Promise<FactReading<'puller'> | null> {
  try {
    return await nodePuller(reader, ref);
  } catch (error) {
    const isUnseen =
      error instanceof AwsTrouble && (error.reason === 'workload-not-found' || error.reason === 'puller-on-node');
    if (isUnseen) return null;
    throw error;
  }
}

async function findNode(
  reader: Reader,
  place: Place,
  { node, cluster }: NodeRef,
  filter: Filter,
): Promise<(RunningInstances & { readonly place: Place }) | null> {
  const { instances, evidence } = await describeInstances(reader, place, node, [filter]);
  const ofCluster = instances.filter(({ tags }) => cluster === undefined || (clusterOf(tags) ?? cluster) === cluster);
  return ofCluster.length === 0 ? null : { place, instances: ofCluster, evidence };
}

/** How EC2 finds a node: EKS names it after its instance, or after the private DNS name, which tells the Region. */
function lookupOf(node: string): { readonly place: Partial<Place>; readonly filter: Filter } | null {
  const [, id] = /^(i-[0-9a-f]{8,17})(?:\.|$)/.exec(node) ?? [];
  if (id !== undefined) return { place: {}, filter: { Name: 'instance-id', Values: [id] } };
  const [, domain] = /^ip-[\d-]+\.(ec2|[a-z\d-]+\.compute)\.internal$/.exec(node) ?? [];
  if (domain === undefined) return null;
  const region = domain === 'ec2' ? 'us-east-1' : domain.replace('.compute', '');
  return { place: { region }, filter: { Name: 'private-dns-name', Values: [node] } };
}

const OWNED = 'kubernetes.io/cluster/';

/** Every node carries the tag that names its cluster. (EKS user guide, "Tag your resources".) */
export function clusterOf(tags: Readonly<Record<string, string>>): string | null {
  const owned = Object.keys(tags).find((key) => key.startsWith(OWNED));
  return tags['eks:cluster-name'] ?? owned?.slice(OWNED.length) ?? null;
}

/** The filter for every node of a cluster. */
export function nodesOf(cluster: string): Filter {
  return { Name: 'tag-key', Values: [`${OWNED}${cluster}`] };
}
