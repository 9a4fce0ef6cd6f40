import { describe, expect, it } from 'vitest';
import type { Estate, Task } from '../../../../src/sandbox/aws/estate.ts';
import { failPull } from '../../../../src/sandbox/worlds/parts/failed-pull.ts';
import { findCluster, findService } from '../../../../src/sandbox/worlds/parts/find.ts';
import { WORKLOAD } from '../../../../src/sandbox/worlds/parts/names.ts';
import { PRIVATE_SUBNETS, TASK_GROUP } from '../../../../src/sandbox/worlds/parts/network.ts';
import { runSibling } from '../../../../src/sandbox/worlds/parts/siblings.ts';
import { ago } from '../../../../src/sandbox/worlds/parts/time.ts';
import { anImage, anIncident } from '../../../support/an-incident.ts';
import { readFact } from '../../../support/read-fact.ts';
import { readRecorded } from '../read-recorded.ts';

const PLACE = { account: WORKLOAD, region: 'us-east-1' } as const;
const SERVICE = anIncident({
  image: { ...anImage(), repository: 'my-app' },
  workload: { kind: 'ecs-service', place: PLACE, cluster: 'prod', service: 'my-app' },
});
const [SUBNET] = PRIVATE_SUBNETS;

const read = (change: (estate: Estate) => void, incident = SERVICE) =>
  readFact('siblings', incident, (estate) => {
    runSibling(estate, 'my-app', SUBNET);
    change(estate);
  });

function siblingIn(estate: Estate): Task {
  const task = findCluster(estate).tasks.at(-1);
  if (task === undefined) throw new Error('the sibling is the last task');
  return task;
}

describe('siblings', () => {
  it('are where they stood, and what they wore', async () => {
    expect(await read(() => undefined)).toMatchObject({
      known: true,
      value: [{ subnet: SUBNET, securityGroups: [TASK_GROUP], hasPublicAddress: false, platformVersion: '1.4.0' }],
      evidence: [{ action: 'ecs:DescribeTasks', observed: expect.stringContaining(`in ${SUBNET}`) }],
    });
  });

  it('are also tasks that have stopped since, of which no interface is left', async () => {
    const learned = await read((estate) => {
      Object.assign(siblingIn(estate), { desiredStatus: 'STOPPED', lastStatus: 'STOPPED' });
      for (const { details } of siblingIn(estate).attachments) details.splice(1, 1);
    });
    expect(learned).toMatchObject({
      known: true,
      value: [{ subnet: SUBNET, securityGroups: 'unknown', hasPublicAddress: 'unknown' }],
    });
  });

  it.each<[string, (task: Task, estate: Estate) => void]>([
    ['failed to start, though ECS notes when its pull ended', (task) => (task.stopCode = 'TaskFailedToStart')],
    ['pulled longer ago than a week', (task, { now }) => (task.pullStoppedAt = ago(now, { days: 8 }))],
    [
      'still pulls',
      (task) => {
        delete task.pullStoppedAt;
        delete task.startedAt;
      },
    ],
    ['has no interface of its own', (task) => (task.attachments = [])],
    [
      'pulled something else',
      (task) => {
        for (const container of task.containers) container.image = 'nginx';
      },
    ],
    ['is of another service', (task) => (task.group = 'service:checkout')],
  ])('are none of which %s', async (_title, change) => {
    expect(await read((estate) => change(siblingIn(estate), estate))).toMatchObject({ known: true, value: [] });
  });

  it('are of the same family where there is no service', async () => {
    const task = { kind: 'ecs-task' as const, place: PLACE, cluster: 'prod', task: '' };
    const learned = await readFact('siblings', { ...SERVICE, workload: task }, (estate) => {
      failPull(estate, 'my-app', 'CannotPullContainerError: planted');
      runSibling(estate, 'my-app', SUBNET);
      const [sibling, stopped] = findCluster(estate).tasks.toReversed();
      Object.assign(task, { task: stopped?.id });
      for (const each of [sibling, stopped]) if (each !== undefined) each.group = 'family:my-app';
    });
    expect(learned).toMatchObject({ known: true, value: [{ subnet: SUBNET }] });
  });

  it('are looked at without a question about interfaces where none of them has one left', async () => {
    const { learned, operations } = await readRecorded('siblings', SERVICE, (estate) => {
      runSibling(estate, 'my-app', SUBNET);
      for (const { details } of siblingIn(estate).attachments) details.splice(1, 1);
    });
    expect(learned).toMatchObject({ known: true, value: [{ subnet: SUBNET }] });
    expect(operations).not.toContain('DescribeNetworkInterfaces');
  });

  it('are never the task that is asked about', async () => {
    const task = { kind: 'ecs-task' as const, place: PLACE, cluster: 'prod', task: '' };
    const learned = await read((estate) => Object.assign(task, { task: siblingIn(estate).id }), {
      ...SERVICE,
      workload: task,
    });
    expect(learned).toMatchObject({ known: true, value: [] });
  });

  it('count for nothing where several services may be meant', async () => {
    const learned = await read(
      (estate) => {
        findCluster(estate).services.push({ ...findService(estate, 'my-app'), serviceName: 'twin' });
      },
      { ...SERVICE, workload: null },
    );
    expect(learned).toMatchObject({ known: true, value: [] });
  });

  it('count for nothing on instances, which pull for their tasks', async () => {
    const learned = await read((estate) => {
      findService(estate, 'my-app').launchType = 'EC2';
    });
    expect(learned).toMatchObject({ known: true, value: [] });
  });

  it('are a gap where the tasks may not be listed, and known without their interfaces', async () => {
    const denied = (action: `${string}:${string}`) =>
      read((estate) => {
        estate.deniedToReader[WORKLOAD] = [action];
      });
    expect(await denied('ecs:ListTasks')).toMatchObject({
      known: false,
      gap: { reason: 'denied', action: 'ecs:ListTasks' },
    });
    expect(await denied('ec2:DescribeNetworkInterfaces')).toMatchObject({
      known: true,
      value: [{ subnet: SUBNET, securityGroups: 'unknown' }],
    });
  });
});
