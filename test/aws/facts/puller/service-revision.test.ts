import { expect, it } from 'vitest';
import type { Estate, Service } from '../../../../src/sandbox/aws/estate.ts';
import {
  beginDeployment,
  serviceRef,
  stoppedTaskRef,
  failPull,
} from '../../../../src/sandbox/worlds/parts/failed-pull.ts';
import { findCluster, findImage, findService, findTaskDefinition } from '../../../../src/sandbox/worlds/parts/find.ts';
import { anImage, anIncident, HOST } from '../../../support/an-incident.ts';
import { readFact } from '../../../support/read-fact.ts';

const IMAGE = `${HOST}/shop/api:v4.12.1`;
const asked = anIncident({ workload: serviceRef('checkout') });
const checkout = (estate: Estate): Service => findService(estate, 'checkout');

it('is what the newest deployment rolls out, with the digests that ECS froze', async () => {
  let digest = '';
  const learned = await readFact('serviceRevision', asked, (estate) => {
    ({ digest } = findImage(estate, 'shop/api', 'v4.12.1'));
  });
  expect(learned).toMatchObject({
    known: true,
    value: { images: [{ container: 'checkout', image: IMAGE, digest }], startedAt: expect.stringMatching(/Z$/) },
    evidence: [{ action: 'ecs:DescribeServiceRevisions' }],
  });
});

it('has no digest as long as the first task has not started', async () => {
  const learned = await readFact('serviceRevision', asked, (estate) => beginDeployment(estate, 'checkout'));
  expect(learned).toMatchObject({ known: true, value: { images: [{ digest: null }] } });
});

it('has no digest for a container that asks for its tag each time', async () => {
  const learned = await readFact('serviceRevision', asked, (estate) => {
    for (const container of findTaskDefinition(estate, 'checkout').containerDefinitions) {
      container.versionConsistency = 'disabled';
    }
  });
  expect(learned).toMatchObject({ known: true, value: { images: [{ digest: null }] } });
});

it('is the older one when the newest deployment was rolled back', async () => {
  const learned = await readFact('serviceRevision', asked, (estate) => {
    const [older] = checkout(estate).serviceRevisions;
    beginDeployment(estate, 'checkout');
    const newest = checkout(estate).serviceDeployments.at(-1);
    Object.assign(newest ?? {}, { status: 'ROLLBACK_SUCCESSFUL', rollbackServiceRevision: older?.id });
  });
  expect(learned).toMatchObject({ known: true, value: { images: [{ digest: expect.stringMatching(/^sha256:/) }] } });
});

it('is the one that the service runs when ECS keeps no deployment of it', async () => {
  const learned = await readFact('serviceRevision', asked, (estate) => {
    checkout(estate).serviceDeployments = [];
  });
  expect(learned).toMatchObject({ known: true, value: { images: [{ image: IMAGE }] } });
});

it('is a gap of its own when ECS keeps neither', async () => {
  const learned = await readFact('serviceRevision', asked, (estate) => {
    Object.assign(checkout(estate), { serviceDeployments: [], serviceRevisions: [] });
  });
  expect(learned).toMatchObject({ known: false, gap: { reason: 'deployment-not-kept' } });
});

it.each(['ecs:ListServiceDeployments', 'ecs:DescribeServiceRevisions'] as const)(
  'is a gap without %s',
  async (action) => {
    const learned = await readFact('serviceRevision', asked, (estate) => {
      estate.deniedToReader = { '444455556666': [action] };
    });
    expect(learned).toMatchObject({ known: false, gap: { reason: 'denied', action } });
  },
);

it('is a gap when several services pull so and nobody says which is meant', async () => {
  const incident = anIncident({ image: anImage({ repository: 'shop/api', tag: 'v4.12.1' }) });
  const twins = (estate: Estate): void => {
    const twin = structuredClone(checkout(estate));
    twin.serviceName = 'checkout-twin';
    findCluster(estate).services.push(twin);
  };
  expect(await readFact('workload', incident, twins)).toMatchObject({ known: true, value: { candidates: 2 } });
  expect(await readFact('serviceRevision', incident, twins)).toMatchObject({
    known: false,
    gap: { reason: 'several-pullers' },
  });
});

it('is the service’s when one of its tasks is named', async () => {
  const incident = anIncident({ workload: stoppedTaskRef('checkout') });
  const learned = await readFact('serviceRevision', incident, (estate) =>
    failPull(estate, 'checkout', 'CannotPullContainerError: planted'),
  );
  expect(learned).toMatchObject({ known: true, value: { images: [{ image: IMAGE }] } });
});

it('is none for a task of no service', async () => {
  const incident = anIncident({ workload: stoppedTaskRef('checkout') });
  const learned = await readFact('serviceRevision', incident, (estate) => {
    failPull(estate, 'checkout', 'CannotPullContainerError: planted');
    for (const task of findCluster(estate).tasks) task.group = 'family:checkout';
  });
  expect(learned).toEqual({ known: true, value: null, evidence: [] });
});

it.each(['kubernetes', 'docker', 'lambda'] as const)('is none where %s pulls', async (platform) => {
  expect(await readFact('serviceRevision', anIncident({ platform }))).toEqual({
    known: true,
    value: null,
    evidence: [],
  });
});
