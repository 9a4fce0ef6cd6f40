import { DescribeTasksCommand, ListTasksCommand } from '@aws-sdk/client-ecs';
import { describe, expect, it } from 'vitest';
import type { Estate } from '../../../../../src/sandbox/aws/estate.ts';
import { healthyEstate } from '../../../../../src/sandbox/worlds/healthy-estate.ts';
import { failPull, stoppedTaskId } from '../../../../../src/sandbox/worlds/parts/failed-pull.ts';
import { reader, WORKLOAD } from '../../clients.ts';

const STOPPED = `arn:aws:ecs:us-east-1:444455556666:task/prod/${stoppedTaskId('my-app')}`;

function broken(): Estate {
  const estate = healthyEstate();
  failPull(estate, 'my-app', 'CannotPullContainerError: no reason at all');
  return estate;
}

describe('ECS tasks', () => {
  it.each([
    ['the running ones by default', {}, 1],
    ['the stopped ones', { desiredStatus: 'STOPPED' }, 1],
    ['those of a service', { serviceName: 'checkout' }, 1],
    ['those of a service that has none running', { serviceName: 'my-app' }, 0],
    ['those of a family', { family: 'my-app', desiredStatus: 'STOPPED' }, 1],
    ['those of another family', { family: 'checkout', desiredStatus: 'STOPPED' }, 0],
    ['those of another launch type', { launchType: 'EC2' }, 0],
    ['those that nobody started', { startedBy: 'nobody' }, 0],
  ] as const)('lists %s', async (_, filter, count) => {
    const { taskArns } = await reader(broken(), WORKLOAD).ecs.send(
      new ListTasksCommand({ cluster: 'prod', ...filter }),
    );
    expect(taskArns).toHaveLength(count);
  });

  it.each([STOPPED, stoppedTaskId('my-app')])('describes a stopped task called %s with its reason', async (task) => {
    const { tasks } = await reader(broken(), WORKLOAD).ecs.send(
      new DescribeTasksCommand({ cluster: 'prod', tasks: [task] }),
    );
    expect(tasks).toMatchObject([
      {
        taskArn: STOPPED,
        stopCode: 'TaskFailedToStart',
        stoppedReason: 'CannotPullContainerError: no reason at all',
        stoppedAt: expect.any(Date),
        containers: [{ name: 'my-app', taskArn: STOPPED, reason: 'CannotPullContainerError: no reason at all' }],
      },
    ]);
  });

  it('calls a task that it has forgotten a failure', async () => {
    const { tasks, failures } = await reader(healthyEstate(), WORKLOAD).ecs.send(
      new DescribeTasksCommand({ cluster: 'prod', tasks: [STOPPED] }),
    );
    expect(tasks).toEqual([]);
    expect(failures).toEqual([{ arn: STOPPED, reason: 'MISSING' }]);
  });

  it('refuses no task at all', async () => {
    await expect(
      reader(healthyEstate(), WORKLOAD).ecs.send(new DescribeTasksCommand({ cluster: 'prod', tasks: [] })),
    ).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
  });
});
