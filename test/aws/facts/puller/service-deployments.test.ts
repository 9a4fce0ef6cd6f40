import { expect, it } from 'vitest';
import { serviceRef } from '../../../../src/sandbox/worlds/parts/failed-pull.ts';
import { findService } from '../../../../src/sandbox/worlds/parts/find.ts';
import { anIncident } from '../../../support/an-incident.ts';
import { readFact } from '../../../support/read-fact.ts';

const asked = anIncident({ workload: serviceRef('checkout') });

it('is every deployment that ECS keeps, over all pages, the newest first', async () => {
  const learned = await readFact('serviceDeployments', asked, (estate) => {
    const service = findService(estate, 'checkout');
    const [one] = service.serviceDeployments;
    if (one === undefined) throw new Error('The healthy service has no deployment.');
    service.serviceDeployments = Array.from({ length: 250 }, (_, at) => ({
      ...one,
      id: `d${at}`,
      createdAt: new Date(Date.parse(one.createdAt) - at * 60_000).toISOString(),
    }));
  });
  const deployments = learned.known ? learned.value : [];
  expect(deployments).toHaveLength(250);
  expect([deployments[0]?.arn, deployments.at(-1)?.arn]).toEqual([
    expect.stringMatching(/d0$/),
    expect.stringMatching(/d249$/),
  ]);
});

it('is empty where ECS keeps none', async () => {
  const learned = await readFact('serviceDeployments', asked, (estate) => {
    findService(estate, 'checkout').serviceDeployments = [];
  });
  expect(learned).toMatchObject({ known: true, value: [] });
});
