import { describe, expect, it } from 'vitest';
import type { Estate, Task } from '../../../src/sandbox/aws/estate.ts';
import { failPull, stoppedTaskId, useImage } from '../../../src/sandbox/worlds/parts/failed-pull.ts';
import { findAccount, findCluster, findService, findTaskDefinition } from '../../../src/sandbox/worlds/parts/find.ts';
import { anImage, anIncident, HOST, SYMPTOMS } from '../../support/an-incident.ts';
import { readFact } from '../../support/read-fact.ts';

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

describe('nobody is named', () => {
  it('finds the one service that uses the image', async () => {
    const incident = anIncident({ image: anImage({ repository: 'my-app', tag: 'v2.1.0' }), platform: 'ecs' });
    expect(await readFact('workload', incident)).toMatchObject({ known: true, value: { service: 'my-app' } });
  });

  it('does not choose between services that pull in different ways', async () => {
    const incident = anIncident({ image: anImage({ repository: 'my-app', tag: 'v2.1.0' }), platform: 'ecs' });
    const learned = await readFact('workload', incident, (estate) =>
      useImage(estate, 'checkout', `${HOST}/my-app:v2.1.0`),
    );
    expect(learned).toMatchObject({ known: false, gap: { reason: 'several-pullers' } });
  });

  it('finds the one service that failed, when the message names only the registry', async () => {
    const incident = { ...anIncident({ platform: 'ecs', symptom: SYMPTOMS.timeout }), image: null };
    const learned = await readFact('workload', incident, (estate) =>
      failPull(estate, 'my-app', 'CannotPullContainerError: i/o timeout'),
    );
    expect(learned).toMatchObject({
      known: true,
      value: { service: 'my-app', failedImage: `${HOST}/my-app:v2.1.0` },
    });
    expect(await readFact('workload', incident)).toMatchObject({ known: false, gap: { reason: 'no-puller-found' } });
  });

  it('finds the one service whose task stopped with these words, when the message names nothing', async () => {
    const symptom = {
      ...SYMPTOMS.timeout,
      quote: 'unable to retrieve ecr registry auth: service call has been retried',
    };
    const incident = { ...anIncident({ platform: 'ecs', symptom }), image: null, registry: null };
    const reason =
      'ResourceInitializationError: unable to retrieve ecr\nregistry auth: service call has been retried 3 time(s)';
    const learned = await readFact('workload', incident, (estate) => failPull(estate, 'my-app', reason));
    expect(learned).toMatchObject({ known: true, value: { service: 'my-app' } });
    const other = await readFact('workload', incident, (estate) =>
      failPull(estate, 'my-app', 'ResourceInitializationError: another'),
    );
    expect(other).toMatchObject({ known: false, gap: { reason: 'no-puller-found' } });
  });

  it('takes any of several that pull alike', async () => {
    const incident = anIncident({ image: anImage({ repository: 'my-app', tag: 'v2.1.0' }), platform: 'ecs' });
    const learned = await readFact('workload', incident, (estate) => {
      useImage(estate, 'checkout', `${HOST}/my-app:v2.1.0`);
      findTaskDefinition(estate, 'checkout').executionRoleArn = 'arn:aws:iam::444455556666:role/my-app-exec';
    });
    expect(learned).toMatchObject({
      known: true,
      value: { executionRole: 'arn:aws:iam::444455556666:role/my-app-exec' },
    });
  });

  it('says so when nobody uses the image', async () => {
    const incident = anIncident({ image: anImage({ repository: 'tools/ci-base', tag: '2026.11' }), platform: 'ecs' });
    expect(await readFact('workload', incident)).toMatchObject({ known: false, gap: { reason: 'no-puller-found' } });
  });

  it('does not look in ECS for who pulls elsewhere', async () => {
    const incident = anIncident({ image: anImage({ repository: 'my-app', tag: 'v2.1.0' }), platform: 'kubernetes' });
    expect(await readFact('workload', incident)).toMatchObject({ known: false, gap: { reason: 'puller-on-node' } });
  });

  it('does not call one user the only one while a place could not be asked', async () => {
    const incident = anIncident({ image: anImage({ repository: 'my-app', tag: 'v2.1.0' }), platform: 'ecs' });
    const learned = await readFact('workload', incident, (estate) => {
      estate.deniedToReader = { '123456789012': ['ecs:ListClusters'] };
    });
    expect(learned).toMatchObject({
      known: false,
      gap: { reason: 'denied', action: 'ecs:ListClusters', account: '123456789012' },
    });
  });

  it.each([
    ['launchType', (estate: Estate) => (findService(estate, 'checkout').launchType = 'EC2')],
    ['platformVersion', (estate: Estate) => (findService(estate, 'checkout').platformVersion = '1.3.0')],
  ])('does not choose between services that differ in their %s', async (_what, change) => {
    const incident = anIncident({ image: anImage({ repository: 'my-app', tag: 'v2.1.0' }), platform: 'ecs' });
    const learned = await readFact('workload', incident, (estate) => {
      useImage(estate, 'checkout', `${HOST}/my-app:v2.1.0`);
      findTaskDefinition(estate, 'checkout').executionRoleArn = 'arn:aws:iam::444455556666:role/my-app-exec';
      change(estate);
    });
    expect(learned).toMatchObject({ known: false, gap: { reason: 'several-pullers' } });
  });

  it.each([
    ['arn:aws:iam::444455556666:role/checkout-exec', { known: true, value: { service: 'checkout' } }],
    ['arn:aws:iam::444455556666:role/with/a/path/checkout-exec', { known: true, value: { service: 'checkout' } }],
    ['arn:aws:iam::444455556666:role/my-app-exec', { known: false, gap: { reason: 'no-puller-found' } }],
    ['arn:aws:iam::777788889999:role/checkout-exec', { known: false, gap: { reason: 'no-puller-found' } }],
  ])('finds only what runs with the role that is named, %s', async (role, expected) => {
    const image = anImage({ repository: 'shop/api', tag: 'v4.12.1' });
    expect(await readFact('workload', anIncident({ image, workload: { kind: 'role', role } }))).toMatchObject(expected);
  });

  it('chooses the one whose task has just failed, of services that pull in different ways', async () => {
    const image = anImage({ repository: 'shop/api', tag: 'v4.12.1' });
    const share = (estate: Estate): void => useImage(estate, 'my-app', image.text);
    const asked = anIncident({ image });
    expect(await readFact('workload', asked, share)).toMatchObject({
      known: false,
      gap: { reason: 'several-pullers' },
    });
    const learned = await readFact('workload', asked, (estate) => {
      share(estate);
      failPull(estate, 'my-app', 'CannotPullContainerError: 403 Forbidden');
    });
    expect(learned).toMatchObject({
      known: true,
      value: { service: 'my-app', candidates: 1, searched: { clusters: 1, accounts: 1 } },
    });
  });

  it('does not choose between tags when the message lost its own', async () => {
    const { tag: _tag, ...untagged } = anImage({ repository: 'my-app' });
    const incident = anIncident({ image: { ...untagged, text: `${HOST}/my-app` }, symptom: SYMPTOMS.notFound });
    const learned = await readFact('workload', incident, (estate) => {
      useImage(estate, 'checkout', `${HOST}/my-app:v2.0.9`);
      findTaskDefinition(estate, 'checkout').executionRoleArn = 'arn:aws:iam::444455556666:role/my-app-exec';
    });
    expect(learned).toMatchObject({ known: false, gap: { reason: 'several-pullers' } });
  });

  it('does not look at a part of the services and call it all', async () => {
    const incident = anIncident({ image: anImage({ repository: 'my-app', tag: 'v2.1.0' }), platform: 'ecs' });
    const learned = await readFact('workload', incident, (estate) => {
      const { services } = findCluster(estate);
      const [model] = services;
      if (model === undefined) throw new Error('the cluster has services');
      for (let number = 0; number < 200; number += 1) services.push({ ...model, serviceName: `other-${number}` });
    });
    expect(learned).toMatchObject({ known: false, gap: { reason: 'too-much', action: 'ecs:ListServices' } });
  });

  it('does not look at a part of the stopped tasks and call it all', async () => {
    const incident = { ...anIncident({ platform: 'ecs', symptom: SYMPTOMS.timeout }), image: null };
    const stopMany = (count: number) => (estate: Estate) => {
      failPull(estate, 'my-app', 'CannotPullContainerError: i/o timeout');
      const { tasks } = findCluster(estate);
      const model = tasks.at(-1);
      if (model === undefined) throw new Error('failPull stops a task');
      for (let number = 0; number < count; number += 1)
        tasks.unshift({ ...model, id: String(number).padStart(32, '0'), stopCode: 'EssentialContainerExited' });
    };
    expect(await readFact('workload', incident, stopMany(150))).toMatchObject({
      known: true,
      value: { service: 'my-app' },
    });
    expect(await readFact('workload', incident, stopMany(501))).toMatchObject({
      known: false,
      gap: { reason: 'too-much', action: 'ecs:ListTasks' },
    });
  });
});
