import type { TaskDefinition } from '@aws-sdk/client-ecs';
import { DescribeTaskDefinitionCommand } from '@aws-sdk/client-ecs';
import type { Place } from '../../domain/aws.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { EcsNetwork, EcsWorkload } from '../../domain/puller-facts.ts';
import { AwsTrouble } from '../errors.ts';
import type { Reader } from '../reader.ts';

/** A service or task as ECS describes it, before its task definition is read. */
export interface FoundWorkload {
  readonly place: Place;
  readonly cluster: string;
  readonly service: string | null;
  readonly taskDefinition: string;
  readonly launchType: EcsWorkload['launchType'];
  /** A task may be run with another execution role than its definition names. */
  readonly executionRoleOverride: string | null;
  /** The container whose image could not be pulled, when we looked at a task and it says so. */
  readonly failedContainer: string | null;
  readonly network: EcsNetwork | null;
  readonly platformVersion: string | null;
  readonly evidence: Evidence;
}

export interface ReadDefinition {
  readonly definition: TaskDefinition;
  readonly evidence: Evidence;
}

/** @throws AwsTrouble `task-definition-gone` when it was deleted: stopped tasks outlive their definition. */
export async function readDefinition(reader: Reader, place: Place, taskDefinition: string): Promise<ReadDefinition> {
  const action = 'ecs:DescribeTaskDefinition';
  const { output, says } = await reader.ask(
    place,
    action,
    ({ ecs }) => ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition })),
    // ECS has no error of its own for a definition that is not there.
    ['ClientException'],
  );
  const definition = output?.taskDefinition;
  if (definition === undefined) throw new AwsTrouble('task-definition-gone', { action, place });
  const role = definition.executionRoleArn;
  const observed = role === undefined ? 'no execution role' : `execution role ${lastPart(role)}`;
  return { definition, evidence: says(lastPart(taskDefinition), observed) };
}

/** What ECS runs and what its task definition says, as one. */
export function toWorkload(found: FoundWorkload, definition: TaskDefinition): EcsWorkload {
  const containers = definition.containerDefinitions ?? [];
  return {
    ...found.place,
    cluster: found.cluster,
    service: found.service,
    taskDefinition: found.taskDefinition,
    launchType: found.launchType,
    executionRole: found.executionRoleOverride ?? definition.executionRoleArn ?? null,
    images: containers.flatMap(({ image }) => image ?? []),
    failedImage: containers.find(({ name }) => name === found.failedContainer)?.image ?? null,
    network: found.network,
    platformVersion: found.platformVersion,
    os: osOf(definition.runtimePlatform?.operatingSystemFamily),
  };
}

/** The launch type by its own name, or by the capacity provider that stands for it. */
export function launchTypeOf(name: string | undefined): EcsWorkload['launchType'] {
  switch (name) {
    case 'FARGATE':
    case 'FARGATE_SPOT':
      return 'FARGATE';
    case 'EC2':
    case 'EXTERNAL':
    case 'MANAGED_INSTANCES':
      return name;
    default:
      return 'unknown';
  }
}

export function lastPart(arn: string): string {
  return arn.split('/').at(-1) ?? arn;
}

function osOf(family: string | undefined): EcsWorkload['os'] {
  if (family === undefined || family === 'LINUX') return 'linux';
  return family.startsWith('WINDOWS') ? 'windows' : 'unknown';
}
