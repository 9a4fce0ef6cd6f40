import { DescribeContainerInstancesCommand, ListContainerInstancesCommand } from '@aws-sdk/client-ecs';
import type { Arn } from '../../domain/aws.ts';
import type { EcsWorkload } from '../../domain/facts/puller.ts';
import type { Reader } from '../reader.ts';
import { describeInstances, type RunningInstances } from './instances.ts';

/** As many as ECS describes in one call: of a larger cluster the rest is taken to be like these. */
const MOST_INSTANCES = 100;

const NONE: RunningInstances = { instances: [], evidence: [] };

/**
 * The EC2 instances that may run the workload: the one that its task was placed on, as long as that runs, else those of
 * its cluster, of its capacity provider where it names one.
 */
export async function instancesOf(reader: Reader, workload: EcsWorkload): Promise<RunningInstances> {
  const { containerInstance } = workload;
  const own = containerInstance === null ? NONE : await describe(reader, workload, [containerInstance]);
  if (own.instances.length > 0) return own;
  const { output } = await reader.ask(
    workload,
    'ecs:ListContainerInstances',
    ({ ecs }) => ecs.send(new ListContainerInstancesCommand({ cluster: workload.cluster, maxResults: MOST_INSTANCES })),
    ['ClusterNotFoundException'],
  );
  const others = (output?.containerInstanceArns ?? []).filter((arn) => arn !== containerInstance);
  return describe(reader, workload, others);
}

async function describe(reader: Reader, workload: EcsWorkload, arns: readonly Arn[]): Promise<RunningInstances> {
  if (arns.length === 0) return NONE;
  const { cluster, capacityProvider } = workload;
  const { output, says } = await reader.ask(
    workload,
    'ecs:DescribeContainerInstances',
    ({ ecs }) => ecs.send(new DescribeContainerInstancesCommand({ cluster, containerInstances: [...arns] })),
    ['ClusterNotFoundException'],
  );
  const placeable = (output?.containerInstances ?? []).filter(
    ({ capacityProviderName }) => capacityProvider === null || capacityProviderName === capacityProvider,
  );
  // Machines outside of AWS have ids that begin with mi-.
  const ids = placeable.flatMap(({ ec2InstanceId }) => (ec2InstanceId?.startsWith('i-') ? [ec2InstanceId] : []));
  if (ids.length === 0) return NONE;
  const found = await describeInstances(reader, workload, `instances of ${cluster}`, [
    { Name: 'instance-id', Values: ids },
  ]);
  return { ...found, evidence: [says(cluster, `instances ${ids.join(', ')}`), ...found.evidence] };
}
