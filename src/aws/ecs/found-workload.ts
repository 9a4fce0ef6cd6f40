import type { TaskDefinition } from '@aws-sdk/client-ecs';
import { DescribeTaskDefinitionCommand } from '@aws-sdk/client-ecs';
import type { Arn, Place, Timestamp } from '../../domain/aws.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { EcsNetwork, EcsWorkload } from '../../domain/facts/puller.ts';
import { lastPart } from '../../domain/arn.ts';
import { AwsTrouble } from '../errors.ts';
import type { Reader } from '../reader.ts';
import { sideServicesOf } from './side-services.ts';

/** A service or task as ECS describes it, before its task definition is read. */
export interface FoundWorkload {
  readonly place: Place;
  readonly cluster: string;
  readonly service: string | null;
  readonly taskDefinition: string;
  readonly launchType: EcsWorkload['launchType'];
  readonly capacityProvider: string | null;
  readonly containerInstance: Arn | null;
  /** A task may be run with other roles than its definition names. */
  readonly executionRoleOverride: string | null;
  readonly taskRoleOverride: string | null;
  /** The container whose image could not be pulled, when we looked at a task and it says so. */
  readonly failedContainer: string | null;
  readonly network: EcsNetwork | null;
  readonly platformVersion: string | null;
  /** As ECS says of a task; of a service only its definition tells. */
  readonly architecture: string | null;
  readonly revision: Arn | null;
  readonly failedAt: Timestamp | null;
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
    taskRole: found.taskRoleOverride ?? definition.taskRoleArn ?? null,
    capacityProvider: found.capacityProvider,
    containerInstance: found.containerInstance,
    images: containers.flatMap(({ image }) => image ?? []),
    failedImage: containers.find(({ name }) => name === found.failedContainer)?.image ?? null,
    network: found.network,
    platformVersion: found.platformVersion,
    os: osOf(definition.runtimePlatform?.operatingSystemFamily),
    architecture: architectureOf(found, definition),
    diskGiB: diskOf(found, definition),
    unfrozenContainers: containers.flatMap(({ name = '', versionConsistency }) =>
      versionConsistency === 'disabled' ? [name] : [],
    ),
    imagesWithCredentials: containers.flatMap(({ image, repositoryCredentials }) =>
      image === undefined || repositoryCredentials === undefined ? [] : [image],
    ),
    sideServices: sideServicesOf(definition, found.place),
    searched: null,
    candidates: 1,
    revision: found.revision,
    failedAt: found.failedAt,
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

function osOf(family: string | undefined): EcsWorkload['os'] {
  if (family === undefined || family === 'LINUX') return 'linux';
  return family.startsWith('WINDOWS') ? 'windows' : 'unknown';
}

/** Fargate runs what names no architecture on x86; an instance runs it on whatever it is. (ECS API reference, RuntimePlatform.) */
function architectureOf(
  { launchType, architecture }: FoundWorkload,
  { runtimePlatform }: TaskDefinition,
): EcsWorkload['architecture'] {
  switch (architecture ?? runtimePlatform?.cpuArchitecture) {
    case 'x86_64':
    case 'X86_64':
      return 'X86_64';
    case 'arm64':
    case 'ARM64':
      return 'ARM64';
    case undefined:
      return launchType === 'FARGATE' ? 'X86_64' : 'unknown';
    default:
      return 'unknown';
  }
}

/** What a task gets that asks for nothing. (ECS developer guide, "Fargate task ephemeral storage".) */
const USUAL_DISK_GIB = 20;

/** Before platform version 1.4.0 images had a disk of another size and apart from the task's. */
function diskOf({ launchType, platformVersion }: FoundWorkload, { ephemeralStorage }: TaskDefinition): number | null {
  if (launchType !== 'FARGATE' || platformVersion === '1.3.0') return null;
  return ephemeralStorage?.sizeInGiB ?? USUAL_DISK_GIB;
}
