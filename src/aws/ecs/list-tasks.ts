import { DescribeTasksCommand, paginateListTasks, type Task } from '@aws-sdk/client-ecs';
import type { Place } from '../../domain/aws.ts';
import { inBatches } from '../../lib/in-batches.ts';
import { AwsTrouble } from '../errors.ts';
import type { Answer, Reader } from '../reader.ts';

/** DescribeTasks takes at most a hundred. */
const TASKS_A_CALL = 100;

/** A search that a person waits for. */
const MOST_TASKS = 500;

export interface ListedTask {
  readonly task: Task;
  readonly says: Answer<unknown>['says'];
}

/**
 * The tasks of one cluster that are meant to run, or that have stopped. ECS remembers those for about an hour.
 *
 * @throws AwsTrouble `too-much` for more than five hundred.
 */
export async function listTasks(
  reader: Reader,
  place: Place,
  cluster: string,
  desiredStatus: 'RUNNING' | 'STOPPED',
): Promise<readonly ListedTask[]> {
  const { output } = await reader.ask(
    place,
    'ecs:ListTasks',
    async ({ ecs }) => {
      const arns: string[] = [];
      for await (const page of paginateListTasks({ client: ecs, pageSize: TASKS_A_CALL }, { cluster, desiredStatus })) {
        arns.push(...(page.taskArns ?? []));
        if (arns.length > MOST_TASKS) break;
      }
      return arns;
    },
    // It may be deleted between the listing of the clusters and this.
    ['ClusterNotFoundException'],
  );
  const tasks = output ?? [];
  if (tasks.length > MOST_TASKS) throw new AwsTrouble('too-much', { action: 'ecs:ListTasks', place });
  const described = inBatches(tasks, TASKS_A_CALL).map((batch) => describeTasks(reader, place, cluster, batch));
  return (await Promise.all(described)).flat();
}

/** At most a hundred tasks of one cluster, those that ECS still knows. */
export async function describeTasks(
  reader: Reader,
  place: Place,
  cluster: string,
  tasks: readonly string[],
): Promise<readonly ListedTask[]> {
  const { output, says } = await reader.ask(
    place,
    'ecs:DescribeTasks',
    ({ ecs }) => ecs.send(new DescribeTasksCommand({ cluster, tasks: [...tasks] })),
    ['ClusterNotFoundException'],
  );
  return (output?.tasks ?? []).map((task) => ({ task, says }));
}
