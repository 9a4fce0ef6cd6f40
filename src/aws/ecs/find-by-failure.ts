import { DescribeTasksCommand, paginateListTasks, type Task } from '@aws-sdk/client-ecs';
import type { Place } from '../../domain/aws.ts';
import type { EcrRegistry } from '../../domain/image-reference.ts';
import { inBatches } from '../../lib/in-batches.ts';
import { AwsTrouble } from '../errors.ts';
import type { Reader } from '../reader.ts';
import { type ImageUser, listClusters, withDefinitions } from './find-by-image.ts';
import { toFoundTask } from './find-task.ts';
import type { FoundWorkload } from './found-workload.ts';

/** What a message tells of a failure when it names neither the image nor who pulled. */
export interface Failure {
  /** The registry that was asked; `null` when the message names none. */
  readonly registry: EcrRegistry | null;
  /** The words of the message that say what failed. */
  readonly quote: string;
}

/** DescribeTasks takes at most a hundred. */
const TASKS_A_CALL = 100;

/** A search that a person waits for: beyond this, naming the task is quicker. */
const MOST_TASKS = 500;

/** Tasks in one place that stopped with this failure, one for each service. */
export async function findByFailure(reader: Reader, place: Place, failure: Failure): Promise<readonly ImageUser[]> {
  const clusters = await listClusters(reader, place);
  const failed = (await Promise.all(clusters.map((cluster) => stoppedPulls(reader, place, cluster, failure)))).flat();
  const byService = new Map(failed.map((task) => [`${task.cluster}/${task.service ?? task.taskDefinition}`, task]));
  return withDefinitions(reader, place, [...byService.values()]);
}

async function stoppedPulls(
  reader: Reader,
  place: Place,
  cluster: string,
  failure: Failure,
): Promise<readonly FoundWorkload[]> {
  const { output } = await reader.ask(place, 'ecs:ListTasks', async ({ ecs }) => {
    const arns: string[] = [];
    const input = { cluster, desiredStatus: 'STOPPED' } as const;
    for await (const page of paginateListTasks({ client: ecs, pageSize: TASKS_A_CALL }, input)) {
      arns.push(...(page.taskArns ?? []));
      if (arns.length > MOST_TASKS) break;
    }
    return arns;
  });
  const tasks = output ?? [];
  if (tasks.length > MOST_TASKS) throw new AwsTrouble('too-much', { action: 'ecs:ListTasks', place });
  const asked = inBatches(tasks, TASKS_A_CALL).map((batch) => describePulls(reader, place, cluster, batch, failure));
  return (await Promise.all(asked)).flat();
}

async function describePulls(
  reader: Reader,
  place: Place,
  cluster: string,
  tasks: readonly string[],
  failure: Failure,
): Promise<readonly FoundWorkload[]> {
  const { output, says } = await reader.ask(place, 'ecs:DescribeTasks', ({ ecs }) =>
    ecs.send(new DescribeTasksCommand({ cluster, tasks: [...tasks] })),
  );
  return (output?.tasks ?? [])
    .filter((task) => isMeant(task, failure))
    .flatMap((task) => toFoundTask(task, place, cluster, says) ?? []);
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
