import { describe, expect, it } from 'vitest';
import type { Estate, Task } from '../../../../src/sandbox/aws/estate.ts';
import { failPull, stoppedTaskId } from '../../../../src/sandbox/worlds/parts/failed-pull.ts';
import {
  findAccount,
  findCluster,
  findService,
  findTaskDefinition,
} from '../../../../src/sandbox/worlds/parts/find.ts';
import { anIncident, HOST } from '../../../support/an-incident.ts';
import { readFact } from '../../../support/read-fact.ts';

const service = (name: string, place = {}) =>
  anIncident({ workload: { kind: 'ecs-service', place, cluster: 'prod', service: name } });

const stoppedTask = (name: string) =>
  anIncident({ workload: { kind: 'ecs-task', place: {}, cluster: 'prod', task: stoppedTaskId(name) } });

const healthy = (_estate: Estate): void => undefined;

/** The same clusters in a second Region. */
function copyAbroad(estate: Estate): void {
  const { ecs } = findAccount(estate, '444455556666');
  const home = structuredClone(ecs['us-east-1']);
  if (home !== undefined) ecs['eu-west-1'] = home;
}

describe('a service that is named', () => {
  it('is found in whichever configured place has it', async () => {
    expect(await readFact('workload', service('checkout'))).toMatchObject({
      known: true,
      value: {
        account: '444455556666',
        region: 'us-east-1',
        cluster: 'prod',
        service: 'checkout',
        launchType: 'FARGATE',
        executionRole: 'arn:aws:iam::444455556666:role/checkout-exec',
        images: [`${HOST}/shop/api:v4.12.1`],
        failedImage: null,
        os: 'linux',
      },
    });
  });

  it.each([
    ['no place has it', service('nobody'), healthy],
    ['the place that the question says has it not', service('checkout', { region: 'eu-west-1' }), healthy],
    [
      'its cluster is unknown everywhere',
      service('checkout'),
      (estate: Estate) => (findCluster(estate).clusterName = 'x'),
    ],
    ['it was deleted', service('checkout'), (estate: Estate) => (findService(estate, 'checkout').status = 'INACTIVE')],
  ])('is a gap of its own when %s', async (_why, incident, change) => {
    const learned = await readFact('workload', incident, (estate) => {
      change(estate);
    });
    expect(learned).toMatchObject({ known: false, gap: { reason: 'workload-not-found' } });
  });

  it('is not chosen when two places have the name', async () => {
    const learned = await readFact('workload', service('checkout'), copyAbroad);
    expect(learned).toMatchObject({ known: false, gap: { reason: 'several-pullers' } });
    const named = service('checkout', { account: '444455556666', region: 'eu-west-1' });
    expect(await readFact('workload', named, copyAbroad)).toMatchObject({
      known: true,
      value: { region: 'eu-west-1' },
    });
  });

  it('is taken from the one place that has it, when another cannot be asked', async () => {
    const learned = await readFact('workload', service('checkout'), (estate) => {
      estate.deniedToReader = { '123456789012': ['ecs:DescribeServices'] };
    });
    expect(learned).toMatchObject({ known: true, value: { service: 'checkout' } });
  });

  it('is a gap when its task definition was deleted', async () => {
    const learned = await readFact('workload', service('checkout'), (estate) => {
      for (const ecs of Object.values(findAccount(estate, '444455556666').ecs)) ecs.taskDefinitions = [];
    });
    expect(learned).toMatchObject({ known: false, gap: { reason: 'task-definition-gone' } });
  });

  it('is looked for in a place that is no configured one, where both are named', async () => {
    const learned = await readFact('workload', service('checkout', { account: '777788889999', region: 'us-east-1' }));
    expect(learned).toMatchObject({ known: false, gap: { reason: 'account-not-configured', account: '777788889999' } });
  });

  it('is a gap when no place could be asked', async () => {
    const learned = await readFact('workload', service('checkout'), (estate) => {
      estate.deniedToReader = { '444455556666': ['ecs:DescribeServices'] };
    });
    expect(learned).toMatchObject({
      known: false,
      gap: { reason: 'denied', action: 'ecs:DescribeServices', account: '444455556666' },
    });
  });
});

describe('a task that is named', () => {
  it('is gone when ECS has forgotten it', async () => {
    const learned = await readFact(
      'workload',
      anIncident({ workload: { kind: 'ecs-task', place: {}, cluster: 'prod', task: '0'.repeat(32) } }),
    );
    expect(learned).toMatchObject({ known: false, gap: { reason: 'workload-gone' } });
  });

  it('is not called gone where another place, which may know it, did not let us in', async () => {
    const workload = { kind: 'ecs-task', place: {}, cluster: 'prod', task: '0'.repeat(32) } as const;
    const learned = await readFact('workload', anIncident({ workload }), (estate) => {
      copyAbroad(estate);
      const { ecs } = findAccount(estate, '123456789012');
      const home = findAccount(estate, '444455556666').ecs['us-east-1'];
      if (home !== undefined) ecs['us-east-1'] = home;
      estate.deniedToReader = { '444455556666': ['ecs:DescribeTasks'] };
    });
    expect(learned).toMatchObject({ known: false, gap: { reason: 'denied', account: '444455556666' } });
  });

  it('is read with its execution role and its reason', async () => {
    const task = `arn:aws:ecs:us-east-1:444455556666:task/prod/${stoppedTaskId('my-app')}`;
    const place = { account: '444455556666', region: 'us-east-1' };
    const learned = await readFact('workload', anIncident({ workload: { kind: 'ecs-task', place, task } }), (estate) =>
      failPull(estate, 'my-app', 'CannotPullContainerError: planted'),
    );
    expect(learned).toMatchObject({
      known: true,
      value: {
        service: 'my-app',
        failedImage: `${HOST}/my-app:v2.1.0`,
        executionRole: expect.stringContaining('my-app-exec'),
      },
      evidence: [{ observed: 'CannotPullContainerError: planted' }, {}],
    });
  });

  it.each([
    ['no container says that it failed', [undefined, undefined], null],
    ['the second says that it failed', [undefined, 'CannotPullContainerError: no'], `${HOST}/sidecar:v1`],
    [
      'one of two that stopped could not be pulled',
      ['Essential container exited', 'CannotPullContainerError: no'],
      `${HOST}/sidecar:v1`,
    ],
    ['two could not be pulled', ['CannotPullContainerError: no', 'CannotPullContainerError: no'], null],
  ] as const)('knows which image failed when %s', async (_why, [first, second], failedImage) => {
    const task = stoppedTaskId('my-app');
    const learned = await readFact(
      'workload',
      anIncident({ workload: { kind: 'ecs-task', place: {}, cluster: 'prod', task } }),
      (estate) => {
        failPull(estate, 'my-app', 'CannotPullContainerError: planted');
        findTaskDefinition(estate, 'my-app').containerDefinitions.push({
          name: 'sidecar',
          image: `${HOST}/sidecar:v1`,
          essential: false,
          cpu: 0,
        });
        const stopped = findCluster(estate).tasks.find(({ id }) => id === task);
        if (stopped === undefined) throw new Error('failPull stops a task');
        stopped.containers = [
          {
            name: 'my-app',
            image: `${HOST}/my-app:v2.1.0`,
            lastStatus: 'STOPPED',
            ...(first !== undefined && { reason: first }),
          },
          {
            name: 'sidecar',
            image: `${HOST}/sidecar:v1`,
            lastStatus: 'STOPPED',
            ...(second !== undefined && { reason: second }),
          },
        ];
      },
    );
    expect(learned).toMatchObject({
      known: true,
      value: { images: [`${HOST}/my-app:v2.1.0`, `${HOST}/sidecar:v1`], failedImage },
    });
  });
});

describe('the machine that pulls', () => {
  it.each<[string, (estate: Estate) => void, object]>([
    ['is x86 with 20 GiB on Fargate', healthy, { architecture: 'X86_64', diskGiB: 20 }],
    [
      'is x86 on Fargate also where the definition does not say so',
      (estate) => delete findTaskDefinition(estate, 'checkout').runtimePlatform,
      { architecture: 'X86_64' },
    ],
    [
      'is what the definition says',
      (estate) => {
        Object.assign(findTaskDefinition(estate, 'checkout'), {
          runtimePlatform: { cpuArchitecture: 'ARM64', operatingSystemFamily: 'LINUX' },
          ephemeralStorage: { sizeInGiB: 60 },
        });
      },
      { architecture: 'ARM64', diskGiB: 60 },
    ],
    [
      'has a disk of another kind on an older platform',
      (estate) => (findService(estate, 'checkout').platformVersion = '1.3.0'),
      { diskGiB: null },
    ],
    [
      'is an instance that nobody describes',
      (estate) => {
        findService(estate, 'checkout').launchType = 'EC2';
        delete findTaskDefinition(estate, 'checkout').runtimePlatform;
      },
      { architecture: 'unknown', diskGiB: null },
    ],
  ])('%s', async (_what, change, value) => {
    expect(await readFact('workload', service('checkout'), change)).toMatchObject({ known: true, value });
  });

  it('is what ECS says of a task that it has placed', async () => {
    const learned = await readFact('workload', stoppedTask('my-app'), (estate) => {
      failPull(estate, 'my-app', 'CannotPullContainerError: planted');
      for (const task of findCluster(estate).tasks) {
        task.attributes = [{ name: 'ecs.cpu-architecture', value: 'arm64' }];
      }
    });
    expect(learned).toMatchObject({ known: true, value: { architecture: 'ARM64' } });
  });
});

describe('when the pull failed', () => {
  it.each<[string, (task: Task) => void, string | null]>([
    ['the end of the pull', (task) => (task.pullStoppedAt = '2026-11-24T10:00:01.000Z'), '2026-11-24T10:00:01.000Z'],
    ['else the end of the task', () => undefined, '2026-11-24T10:00:09.000Z'],
    ['none of a task that had started', (task) => (task.stopCode = 'EssentialContainerExited'), null],
  ])('is %s', async (_what, change, failedAt) => {
    const learned = await readFact('workload', stoppedTask('my-app'), (estate) => {
      failPull(estate, 'my-app', 'CannotPullContainerError: planted');
      for (const task of findCluster(estate).tasks) {
        task.stoppedAt = '2026-11-24T10:00:09.000Z';
        change(task);
      }
    });
    expect(learned).toMatchObject({ known: true, value: { failedAt } });
  });

  it('is not known of a service', async () => {
    expect(await readFact('workload', service('checkout'))).toMatchObject({ known: true, value: { failedAt: null } });
  });
});
