import type { Task } from '@aws-sdk/client-ecs';
import type { Place } from '../../domain/aws.ts';
import type { EcrRegistry } from '../../domain/image-reference.ts';
import type { Reader } from '../reader.ts';
import { type Definitions, type ImageUser, withDefinitions } from './find-by-image.ts';
import { toFoundTask } from './find-task.ts';
import type { FoundWorkload } from './found-workload.ts';
import { listClusters } from './list-clusters.ts';
import { listTasks } from './list-tasks.ts';

/** What a message tells of a failure when it names neither the image nor who pulled. */
export interface Failure {
  /** The registry that was asked; `null` when the message names none. */
  readonly registry: EcrRegistry | null;
  /** The words of the message that say what failed. */
  readonly quote: string;
}

/** Tasks in one place that stopped with this failure, one for each service. */
export async function findByFailure(
  reader: Reader,
  place: Place,
  failure: Failure,
  definitions?: Definitions,
): Promise<readonly ImageUser[]> {
  const clusters = await listClusters(reader, place);
  const failed = (await Promise.all(clusters.map((cluster) => stoppedPulls(reader, place, cluster, failure)))).flat();
  const byService = new Map(failed.map((task) => [`${task.cluster}/${task.service ?? task.taskDefinition}`, task]));
  return withDefinitions(reader, place, [...byService.values()], definitions);
}

async function stoppedPulls(
  reader: Reader,
  place: Place,
  cluster: string,
  failure: Failure,
): Promise<readonly FoundWorkload[]> {
  const stopped = await listTasks(reader, place, cluster, 'STOPPED');
  return stopped
    .filter(({ task }) => isMeant(task, failure))
    .flatMap(({ task, says }) => toFoundTask(task, place, cluster, says) ?? []);
}

/** Every failed pull has this stop code (ECS API reference, Task); what it was that failed only the reason says. */
function isMeant({ stopCode, stoppedReason = '', containers = [] }: Task, { registry, quote }: Failure): boolean {
  if (stopCode !== 'TaskFailedToStart') return false;
  const reasons = [stoppedReason, ...containers.map(({ reason = '' }) => reason)].map(flat);
  if (registry === null) return reasons.some((reason) => reason.includes(flat(quote)));
  const isPull = reasons.some((reason) => /CannotPull|ResourceInitializationError/.test(reason));
  return isPull && containers.some(({ image }) => image?.startsWith(`${registry.host}/`) === true);
}

/** Where a text was wrapped, and how, says nothing about what it says. */
function flat(text: string): string {
  return text.replaceAll(/\s+/g, '');
}
