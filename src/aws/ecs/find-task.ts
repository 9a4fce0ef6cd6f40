import { DescribeTasksCommand, type Task } from '@aws-sdk/client-ecs';
import type { Place, Timestamp } from '../../domain/aws.ts';
import type { EcsNetwork } from '../../domain/facts/puller.ts';
import type { WorkloadRef } from '../../domain/incident.ts';
import { lastPart } from '../../domain/arn.ts';
import { AwsTrouble } from '../errors.ts';
import type { Answer, Reader } from '../reader.ts';
import { type FoundWorkload, launchTypeOf } from './found-workload.ts';
import { serviceOf } from './started-by.ts';

export type TaskRef = Extract<WorkloadRef, { kind: 'ecs-task' }>;

/** One task, also when it has stopped, for as long as ECS remembers it. Throws `workload-gone` when ECS has forgotten. */
export async function findTask(reader: Reader, place: Place, ref: TaskRef): Promise<FoundWorkload | null> {
  const cluster = ref.cluster ?? clusterOf(ref.task);
  const { output, says } = await reader.ask(
    place,
    'ecs:DescribeTasks',
    ({ ecs }) => ecs.send(new DescribeTasksCommand({ ...(cluster !== undefined && { cluster }), tasks: [ref.task] })),
    ['ClusterNotFoundException'],
  );
  const found = output?.tasks?.[0] === undefined ? null : toFoundTask(output.tasks[0], place, cluster, says);
  // ECS lists what it has forgotten among the failures, as MISSING.
  const isForgotten = output?.failures?.some(({ reason }) => reason === 'MISSING') === true;
  if (found === null && isForgotten) throw new AwsTrouble('workload-gone', { action: 'ecs:DescribeTasks', place });
  return found;
}

/** A task as ECS describes it; `null` when it has no definition to read on. */
export function toFoundTask(
  task: Task,
  place: Place,
  cluster: string | undefined,
  says: Answer<unknown>['says'],
): FoundWorkload | null {
  const { taskArn = '', taskDefinitionArn, stoppedReason } = task;
  if (taskDefinitionArn === undefined) return null;
  return {
    place,
    cluster: lastPart(cluster ?? 'default'),
    service: serviceOf(task),
    taskDefinition: taskDefinitionArn,
    launchType: launchTypeOf(task.launchType ?? task.capacityProviderName),
    capacityProvider: task.capacityProviderName ?? null,
    containerInstance: task.containerInstanceArn ?? null,
    executionRoleOverride: task.overrides?.executionRoleArn ?? null,
    taskRoleOverride: task.overrides?.taskRoleArn ?? null,
    failedContainer: failedContainerOf(task),
    network: networkOf(task),
    platformVersion: task.platformVersion ?? null,
    architecture: task.attributes?.find(({ name }) => name === 'ecs.cpu-architecture')?.value ?? null,
    revision: null,
    failedAt: failedAtOf(task),
    evidence: says(lastPart(taskArn), stoppedReason ?? `is ${task.lastStatus ?? 'in an unknown state'}`),
  };
}

/** The container whose reason says that its image could not be pulled. Several may say so: then it is none of them alone. */
function failedContainerOf({ containers = [] }: Task): string | null {
  const failed = containers.filter(({ reason }) => reason?.includes('CannotPull') === true);
  return failed.length === 1 ? (failed[0]?.name ?? null) : null;
}

/** The end of its pull, or the first that is told of its end: never before the pull had failed. */
function failedAtOf({ stopCode, pullStoppedAt, stoppingAt, stoppedAt }: Task): Timestamp | null {
  if (stopCode !== 'TaskFailedToStart') return null;
  return (pullStoppedAt ?? stoppingAt ?? stoppedAt)?.toISOString() ?? null;
}

/** `arn:aws:ecs:R:A:task/CLUSTER/ID`; the old form has no cluster. */
function clusterOf(task: string): string | undefined {
  const parts = task.split('/');
  return task.startsWith('arn:') && parts.length === 3 ? parts[1] : undefined;
}

/** The interface of a task is an attachment; its groups and its public address only the interface itself tells. */
export function networkOf({ attachments = [] }: Task): EcsNetwork | null {
  const details = attachments.find(({ type }) => type === 'ElasticNetworkInterface')?.details ?? [];
  const detail = (name: string): string | undefined => details.find((each) => each.name === name)?.value;
  const subnet = detail('subnetId');
  if (subnet === undefined) return null;
  return {
    subnets: [subnet],
    securityGroups: [],
    assignPublicIp: false,
    networkInterface: detail('networkInterfaceId') ?? null,
  };
}
