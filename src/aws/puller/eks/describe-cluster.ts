import {
  type Cluster,
  DescribeClusterCommand,
  DescribeFargateProfileCommand,
  DescribeNodegroupCommand,
  type FargateProfile,
  type Nodegroup,
  paginateListFargateProfiles,
  paginateListNodegroups,
} from '@aws-sdk/client-eks';
import type { Place } from '../../../domain/aws.ts';
import type { Evidence } from '../../../domain/evidence.ts';
import { AwsTrouble } from '../../errors.ts';
import { everyItem } from '../../every-item.ts';
import type { Reader } from '../../reader.ts';

const NOT_THERE = ['ResourceNotFoundException'];

/** Beyond this, naming the node is quicker. */
const MOST = 50;

export interface FoundCluster {
  readonly place: Place;
  readonly cluster: Cluster;
  readonly evidence: Evidence;
}

export async function findCluster(reader: Reader, place: Place, name: string): Promise<FoundCluster | null> {
  const { output, says } = await reader.ask(
    place,
    'eks:DescribeCluster',
    ({ eks }) => eks.send(new DescribeClusterCommand({ name })),
    NOT_THERE,
  );
  const cluster = output?.cluster;
  if (cluster === undefined) return null;
  const mode = cluster.computeConfig?.enabled === true ? 'with Auto Mode' : 'without Auto Mode';
  return { place, cluster, evidence: says(name, `cluster in ${cluster.resourcesVpcConfig?.vpcId}, ${mode}`) };
}

/** The node groups of a cluster, or the one that is named. */
export async function readNodegroups(
  reader: Reader,
  place: Place,
  clusterName: string,
  only: string | undefined,
): Promise<readonly Nodegroup[]> {
  const names = only === undefined ? await listNodegroups(reader, place, clusterName) : [only];
  const described = await Promise.all(
    names.map((nodegroupName) =>
      reader.ask(
        place,
        'eks:DescribeNodegroup',
        ({ eks }) => eks.send(new DescribeNodegroupCommand({ clusterName, nodegroupName })),
        NOT_THERE,
      ),
    ),
  );
  return described.flatMap(({ output }) => output?.nodegroup ?? []);
}

async function listNodegroups(reader: Reader, place: Place, clusterName: string): Promise<readonly string[]> {
  const { output } = await reader.ask(place, 'eks:ListNodegroups', ({ eks }) =>
    everyItem(paginateListNodegroups({ client: eks }, { clusterName }), ({ nodegroups }) => nodegroups),
  );
  return ifFew(output ?? [], 'eks:ListNodegroups', place);
}

export async function readFargateProfiles(
  reader: Reader,
  place: Place,
  clusterName: string,
): Promise<readonly FargateProfile[]> {
  const { output } = await reader.ask(place, 'eks:ListFargateProfiles', ({ eks }) =>
    everyItem(
      paginateListFargateProfiles({ client: eks }, { clusterName }),
      ({ fargateProfileNames }) => fargateProfileNames,
    ),
  );
  const described = await Promise.all(
    ifFew(output ?? [], 'eks:ListFargateProfiles', place).map((fargateProfileName) =>
      reader.ask(
        place,
        'eks:DescribeFargateProfile',
        ({ eks }) => eks.send(new DescribeFargateProfileCommand({ clusterName, fargateProfileName })),
        NOT_THERE,
      ),
    ),
  );
  return described.flatMap(({ output: profile }) => profile?.fargateProfile ?? []);
}

function ifFew(names: readonly string[], action: `eks:${string}`, place: Place): readonly string[] {
  if (names.length > MOST) throw new AwsTrouble('too-much', { action, place });
  return names;
}
