import type { FargateProfile, Nodegroup } from '@aws-sdk/client-eks';
import type { WorkloadRef } from '../../../domain/incident.ts';
import type { Placement, Puller, PullingRole } from '../../../domain/puller.ts';
import { AwsTrouble } from '../../errors.ts';
import { onlyOneOf, placesNamed } from '../../places.ts';
import type { FactReading, Reader } from '../../reader.ts';
import { rolesOfInstances } from '../instance-roles.ts';
import { commonOf, describeInstances, type RunningInstance, sourcesOf } from '../instances.ts';
import { unnamedPuller } from '../unnamed-puller.ts';
import { findCluster, type FoundCluster, readFargateProfiles, readNodegroups } from './describe-cluster.ts';
import { fargateMatch } from './fargate-match.ts';
import { nodePuller, nodePullerIfSeen, nodesOf } from './node-puller.ts';

type PodRef = Extract<WorkloadRef, { kind: 'kubernetes-pod' }>;

/** Who pulls for a pod: its node, or Fargate, whichever can be told from what is named. */
export async function eksPuller(
  reader: Reader,
  ref: PodRef,
  asked: { readonly account: string; readonly id: string } | null,
): Promise<FactReading<'puller'>> {
  const { place = {}, node, cluster: name } = ref;
  const isOnFargate = node?.startsWith('fargate-') === true;
  if (asked !== null)
    return nodePuller(reader, { place: { ...place, account: asked.account }, node: asked.id, cluster: name });
  if (node !== undefined && !isOnFargate) {
    // Nodes come and go; where this one is gone, its cluster still has others like it.
    if (name === undefined) return nodePuller(reader, { place, node });
    const seen = await nodePullerIfSeen(reader, { place, node, cluster: name });
    if (seen !== null) return seen;
  }
  if (name === undefined) throw unnamedPuller(reader.incident);
  const found = await onlyOneOf(placesNamed(reader, place).map((each) => findCluster(reader, each, name)));
  const profiles = ref.nodegroup === undefined ? await readFargateProfiles(reader, found.place, name) : [];
  const { surely, perhaps } = fargateMatch(profiles, ref.namespace);
  if (isOnFargate || surely.length > 0) return onFargate(found, name, surely.length > 0 ? surely : perhaps);
  return onNodes(reader, found, name, ref.nodegroup, perhaps);
}

function onFargate({ place, cluster, evidence }: FoundCluster, name: string, profiles: readonly FargateProfile[]) {
  if (profiles.length === 0) throw new AwsTrouble('puller-on-node', {});
  const value: Puller = {
    ...place,
    kind: 'eks-fargate',
    name: `a pod on Fargate in cluster ${name}`,
    roles: profiles.flatMap(podExecutionRole),
    service: null,
    placement: {
      kind: 'subnets',
      subnets: [...new Set(profiles.flatMap(({ subnets = [] }) => subnets))],
      securityGroups: groupOf(cluster),
      // Fargate takes private subnets alone. (EKS user guide, "Define which Pods use AWS Fargate when launched".)
      hasPublicAddress: false,
    },
    images: [],
    os: 'linux',
    // Fargate for EKS runs no other. (EKS user guide, "Simplify compute management with AWS Fargate".)
    architecture: 'X86_64',
    diskGiB: null,
  };
  return { value, evidence: [evidence] };
}

/** Every role that a node of the cluster may have: which node it was, nobody says. */
async function onNodes(
  reader: Reader,
  { place, cluster, evidence }: FoundCluster,
  name: string,
  nodegroup: string | undefined,
  profiles: readonly FargateProfile[],
): Promise<FactReading<'puller'>> {
  const ofGroup = nodegroup === undefined ? [] : [{ Name: 'tag:eks:nodegroup-name', Values: [nodegroup] }];
  const [groups, nodes] = await Promise.all([
    readNodegroups(reader, place, name, nodegroup),
    describeInstances(reader, place, `nodes of ${name}`, [nodesOf(name), ...ofGroup]),
  ]);
  // The nodes of a node group have its role; only the others must be asked.
  const others = nodes.instances.filter(({ tags }) => tags['eks:nodegroup-name'] === undefined);
  const ofOthers = await rolesOfInstances(reader, place, others);
  const autoMode = nodegroup === undefined ? cluster.computeConfig?.nodeRoleArn : undefined;
  const roles = new Set([
    ...groups.flatMap(({ nodeRole }) => nodeRole ?? []),
    ...(autoMode === undefined ? [] : [autoMode]),
    ...ofOthers.roles,
  ]);
  const podRoles = profiles.flatMap(podExecutionRole);
  if (roles.size + podRoles.length === 0) throw new AwsTrouble('puller-on-node', {});
  const value: Puller = {
    ...place,
    kind: 'eks-node',
    name: nodegroup === undefined ? `a node of cluster ${name}` : `a node of group ${nodegroup} in cluster ${name}`,
    roles: [...[...roles].map((arn): PullingRole => ({ arn, source: 'node-role' })), ...podRoles],
    service: null,
    placement: profiles.length > 0 ? { kind: 'unseen' } : placementOf(nodes.instances, groups, groupOf(cluster)),
    images: [],
    os: commonOf(groups.length > 0 ? groups.map(osOf) : nodes.instances.map(({ os }) => os)),
    architecture: commonOf(nodes.instances.map(({ architecture }) => architecture)),
    diskGiB: null,
  };
  return { value, evidence: [evidence, ...nodes.evidence, ...ofOthers.evidence] };
}

/** Nodes that run tell their network themselves; those of an empty group will be where the group says. */
function placementOf(
  nodes: readonly RunningInstance[],
  groups: readonly Nodegroup[],
  clusterGroup: readonly string[],
): Placement {
  const sources = sourcesOf(nodes);
  if (sources.length > 0) return { kind: 'machines', sources };
  const subnets = [...new Set(groups.flatMap((group) => group.subnets ?? []))];
  if (subnets.length === 0) return { kind: 'unseen' };
  // A launch template may name other groups and addresses.
  const isPlain = groups.every(({ launchTemplate }) => launchTemplate === undefined);
  return { kind: 'subnets', subnets, securityGroups: isPlain ? clusterGroup : 'unknown', hasPublicAddress: 'unknown' };
}

function podExecutionRole({ podExecutionRoleArn, fargateProfileArn }: FargateProfile): readonly PullingRole[] {
  if (podExecutionRoleArn === undefined) return [];
  const assumedFor = fargateProfileArn === undefined ? {} : { assumedFor: fargateProfileArn };
  return [{ arn: podExecutionRoleArn, source: 'pod-execution-role', ...assumedFor }];
}

function groupOf({ resourcesVpcConfig }: FoundCluster['cluster']): readonly string[] {
  const group = resourcesVpcConfig?.clusterSecurityGroupId;
  return group === undefined ? [] : [group];
}

function osOf({ amiType }: Nodegroup): Puller['os'] {
  return amiType?.startsWith('WINDOWS') === true ? 'windows' : 'linux';
}
