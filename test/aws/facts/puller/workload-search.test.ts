import { expect, it, describe } from 'vitest';
import type { Estate, Task } from '../../../../src/sandbox/aws/estate.ts';
import { failPull, useImage } from '../../../../src/sandbox/worlds/parts/failed-pull.ts';
import {
  findAccount,
  findCluster,
  findService,
  findTaskDefinition,
} from '../../../../src/sandbox/worlds/parts/find.ts';
import { anImage, anIncident, HOST, SYMPTOMS } from '../../../support/an-incident.ts';
import { readFact } from '../../../support/read-fact.ts';
import { readRecorded } from '../read-recorded.ts';

/** The containers of a task, none of which says why it failed. */
const plain = ({ containers }: Task): Task['containers'] => containers.map(({ reason: _reason, ...rest }) => rest);

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

  it.each<[string, (task: Task) => void]>([
    ['had started before', (task) => (task.stopCode = 'EssentialContainerExited')],
    [
      'could not start for another reason',
      (task) => Object.assign(task, { stoppedReason: 'no capacity', containers: plain(task) }),
    ],
  ])('takes no task for one that failed to pull which %s', async (_what, change) => {
    const incident = { ...anIncident({ platform: 'ecs', symptom: SYMPTOMS.timeout }), image: null };
    const learned = await readFact('workload', incident, (estate) => {
      failPull(estate, 'my-app', 'CannotPullContainerError: i/o timeout');
      for (const task of findCluster(estate).tasks) change(task);
    });
    expect(learned).toMatchObject({ known: false, gap: { reason: 'no-puller-found' } });
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

  it('does not choose between the instances of two clusters', async () => {
    const incident = anIncident({ image: anImage({ repository: 'my-app', tag: 'v2.1.0' }), platform: 'ecs' });
    const copyCluster = (launchType: 'EC2' | 'FARGATE') => (estate: Estate) => {
      findService(estate, 'my-app').launchType = launchType;
      const copy = { ...structuredClone(findCluster(estate)), clusterName: 'copy' };
      findAccount(estate, '444455556666').ecs['us-east-1']?.clusters.push(copy);
    };
    expect(await readFact('workload', incident, copyCluster('FARGATE'))).toMatchObject({ value: { candidates: 2 } });
    expect(await readFact('workload', incident, copyCluster('EC2'))).toMatchObject({
      known: false,
      gap: { reason: 'several-pullers' },
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

  it('knows of a task that failed and has lost its interface where its service starts the next, and what it rolls out', async () => {
    const image = anImage({ repository: 'my-app', tag: 'v2.1.0' });
    const asked = anIncident({ image, symptom: SYMPTOMS.notFound });
    const learned = await readFact('workload', asked, (estate) => {
      failPull(estate, 'my-app', 'CannotPullContainerError: planted');
      for (const task of findCluster(estate).tasks) task.attachments = [];
    });
    expect(learned).toMatchObject({
      known: true,
      value: {
        failedAt: expect.any(String),
        network: { subnets: expect.arrayContaining([expect.stringMatching(/^subnet-/)]), networkInterface: null },
        revision: expect.stringContaining('service-revision/prod/my-app/'),
      },
    });
  });

  it.each<[string, string, object]>([
    ['needed', 'v4.12.1', { known: false, gap: { reason: 'denied', action: 'ecs:ListTasks' } }],
    ['not needed', 'v4.12.0', { known: true, value: { service: 'checkout' } }],
  ])('is a gap where the tasks that stopped may not be listed and are %s to choose', async (_what, tag, expected) => {
    const image = anImage({ repository: 'shop/api', tag: 'v4.12.1' });
    const learned = await readFact('workload', anIncident({ image, symptom: SYMPTOMS.notFound }), (estate) => {
      useImage(estate, 'my-app', `${HOST}/shop/api:${tag}`);
      estate.deniedToReader = { '444455556666': ['ecs:ListTasks'] };
    });
    expect(learned).toMatchObject(expected);
  });

  it('lists no task that stopped where nothing failed and one service alone uses the image', async () => {
    const image = anImage({ repository: 'my-app', tag: 'v2.1.0' });
    const { learned, operations } = await readRecorded('workload', anIncident({ image }));
    expect(learned).toMatchObject({ known: true, value: { service: 'my-app' } });
    expect(operations).not.toContain('ListTasks');
  });

  it('keeps a service on instances whatever role is named, for it may be that of the instance', async () => {
    const image = anImage({ repository: 'shop/api', tag: 'v4.12.1' });
    const workload = { kind: 'role', role: 'arn:aws:iam::444455556666:role/shop-instances' } as const;
    const learned = await readFact('workload', anIncident({ image, workload }), (estate) => {
      findService(estate, 'checkout').launchType = 'EC2';
    });
    expect(learned).toMatchObject({ known: true, value: { service: 'checkout' } });
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
