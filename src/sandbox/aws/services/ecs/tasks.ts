import type { Cluster, Task } from '../../estate.ts';
import { pageOf } from '../../page.ts';
import { textOf, textsOf } from '../../wire/input.ts';
import type { Output } from '../../wire/protocol.ts';
import { type Call, type Operation, wishForAll } from '../operation.ts';
import {
  checkAccount,
  clusterNameIn,
  ecsArn,
  findCluster,
  invalidParameter,
  missing,
  shortOf,
  wishesForEach,
} from './cluster.ts';
import { ECS_PAGE } from './paging.ts';

const MOST_TASKS = 100;

export const describeTasks: Operation = {
  wishes: wishesForEach('task', 'tasks'),
  answer(call) {
    const wanted = textsOf(call.input, 'tasks');
    if (wanted.length === 0) throw invalidParameter('Tasks cannot be empty.');
    if (wanted.length > MOST_TASKS) throw invalidParameter(`Tasks cannot have more than ${MOST_TASKS} elements.`);
    for (const task of wanted) checkAccount(call, task);
    const cluster = findCluster(call);
    const found = wanted.map((task) => cluster.tasks.find(({ id }) => id === shortOf(task)));
    return {
      tasks: found.filter((task) => task !== undefined).map((task) => describe(call, task)),
      failures: wanted
        .filter((_, index) => found[index] === undefined)
        .map((task) => missing(taskArn(call, shortOf(task)))),
    };
  },
};

export const listTasks: Operation = {
  wishes: wishForAll,
  answer(call) {
    const arns = tasksThatMatch(call, findCluster(call)).map(({ id }) => taskArn(call, id));
    const { page, nextToken } = pageOf(arns, call.input, ECS_PAGE);
    return { taskArns: page, nextToken };
  },
};

function tasksThatMatch({ input }: Call, cluster: Cluster): readonly Task[] {
  // Without a desired status, ECS lists the running ones. (ECS API reference, ListTasks.)
  const desiredStatus = textOf(input, 'desiredStatus') ?? 'RUNNING';
  const service = textOf(input, 'serviceName');
  const family = textOf(input, 'family');
  const startedBy = textOf(input, 'startedBy');
  const launchType = textOf(input, 'launchType');
  return cluster.tasks.filter(
    (task) =>
      task.desiredStatus === desiredStatus &&
      (service === undefined || task.group === `service:${shortOf(service)}`) &&
      (family === undefined || task.taskDefinitionArn.includes(`:task-definition/${family}:`)) &&
      (startedBy === undefined || task.startedBy === startedBy) &&
      (launchType === undefined || task.launchType === launchType),
  );
}

const taskArn = (call: Call, id: string): string => ecsArn(call, `task/${clusterNameIn(call)}/${id}`);

function describe(call: Call, { id, ...own }: Task): Output {
  return {
    ...own,
    taskArn: taskArn(call, id),
    clusterArn: ecsArn(call, `cluster/${clusterNameIn(call)}`),
    containers: own.containers.map((container) => ({ ...container, taskArn: taskArn(call, id) })),
  };
}
