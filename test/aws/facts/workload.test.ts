import { describe, expect, it } from 'vitest';
import { failPull, stoppedTaskId, useImage } from '../../../src/sandbox/worlds/parts/failed-pull.ts';
import { findTaskDefinition } from '../../../src/sandbox/worlds/parts/find.ts';
import { anImage, anIncident, HOST, SYMPTOMS } from '../../support/an-incident.ts';
import { readFact } from '../../support/read-fact.ts';

const service = (name: string, place = {}) =>
  anIncident({ workload: { kind: 'ecs-service', place, cluster: 'prod', service: name } });

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
        os: 'linux',
      },
    });
  });

  it('is null where no place has it', async () => {
    expect(await readFact('workload', service('nobody'))).toMatchObject({ known: true, value: null });
  });

  it('is looked for only where the question says', async () => {
    expect(await readFact('workload', service('checkout', { region: 'eu-west-1' }))).toMatchObject({
      known: true,
      value: null,
    });
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
        stoppedReason: expect.stringContaining('planted'),
        executionRole: expect.stringContaining('my-app-exec'),
      },
    });
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
      value: { service: 'my-app', stoppedReason: 'CannotPullContainerError: i/o timeout' },
    });
    expect(await readFact('workload', incident)).toMatchObject({ known: false, gap: { reason: 'puller-not-named' } });
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
    expect(other).toMatchObject({ known: false, gap: { reason: 'puller-not-named' } });
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
    expect(await readFact('workload', incident)).toMatchObject({ known: false, gap: { reason: 'puller-not-named' } });
  });

  it('does not look in ECS for who pulls elsewhere', async () => {
    const incident = anIncident({ image: anImage({ repository: 'my-app', tag: 'v2.1.0' }), platform: 'kubernetes' });
    expect(await readFact('workload', incident)).toMatchObject({ known: false, gap: { reason: 'puller-not-named' } });
  });
});
