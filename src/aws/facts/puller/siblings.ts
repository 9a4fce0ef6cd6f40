import { paginateListTasks } from '@aws-sdk/client-ecs';
import type { EcsWorkload } from '../../../domain/facts/puller.ts';
import { lastPart } from '../../../domain/arn.ts';
import { describeTasks } from '../../ecs/list-tasks.ts';
import { type PulledTask, pulledTask } from '../../ecs/pulled-task.ts';
import { familyOf } from '../../ecs/started-by.ts';
import { readWear } from '../../network/wear.ts';
import { defineFact, type Reader } from '../../reader.ts';
import { registryOf } from '../../registry-place.ts';

/** One page of each list, which one DescribeTasks takes: the newest that got through says more than the count of them. */
const TASKS_A_LIST = 100;

/** An older pull says little of the network that there is today. */
const LATELY_MS = 7 * 24 * 60 * 60 * 1000;

/** Only a task on Fargate pulls for itself, so only there its place is that of the pull. */
export const siblings = defineFact({
  name: 'siblings',
  actions: ['ecs:ListTasks', 'ecs:DescribeTasks', 'ec2:DescribeNetworkInterfaces'],
  async read(reader) {
    const workload = await reader.need('workload');
    // Of several services that may be meant, a task of another one would prove nothing.
    if (workload.launchType !== 'FARGATE' || workload.candidates > 1) return { value: [], evidence: [] };
    const lists = await Promise.all([
      pulledTasks(reader, workload, 'RUNNING'),
      pulledTasks(reader, workload, 'STOPPED'),
    ]);
    const pulled = lists.flat().toSorted((a, b) => b.sibling.pulledAt.localeCompare(a.sibling.pulledAt));
    const interfaces = pulled.flatMap(({ networkInterface }) => networkInterface ?? []);
    const wear = await readWear(reader, workload, interfaces);
    return {
      value: pulled.map(({ sibling, networkInterface }) => ({ ...sibling, ...wear(networkInterface) })),
      evidence: pulled.slice(0, 1).map(({ evidence }) => evidence),
    };
  },
});

/** Tasks of the service that got the image; of one that belongs to no service, those of the same family. */
async function pulledTasks(
  reader: Reader,
  workload: EcsWorkload,
  desiredStatus: 'RUNNING' | 'STOPPED',
): Promise<readonly PulledTask[]> {
  const listed = await listTasksLike(reader, workload, desiredStatus);
  const others = listed.filter((arn) => lastPart(arn) !== ownTask(reader));
  if (others.length === 0) return [];
  const { image } = registryOf(reader);
  const since = reader.now.getTime() - LATELY_MS;
  const described = await describeTasks(reader, workload, workload.cluster, others);
  return described.flatMap((each) => pulledTask(each, image, since) ?? []);
}

async function listTasksLike(reader: Reader, workload: EcsWorkload, desiredStatus: 'RUNNING' | 'STOPPED') {
  const { cluster, service, taskDefinition } = workload;
  const alike = service === null ? { family: familyOf(taskDefinition) } : { serviceName: service };
  const { output } = await reader.ask(
    workload,
    'ecs:ListTasks',
    ({ ecs }) =>
      paginateListTasks({ client: ecs, pageSize: TASKS_A_LIST }, { cluster, desiredStatus, ...alike }).next(),
    ['ClusterNotFoundException', 'ServiceNotFoundException'],
  );
  return output?.value?.taskArns ?? [];
}

function ownTask({ incident: { workload } }: Reader): string | null {
  return workload?.kind === 'ecs-task' ? lastPart(workload.task) : null;
}
