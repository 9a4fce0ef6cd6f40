import { expect, it } from 'vitest';
import type { Estate } from '../../../../src/sandbox/aws/estate.ts';
import { beginDeployment, serviceRef } from '../../../../src/sandbox/worlds/parts/failed-pull.ts';
import { findImage, findService, removeImage } from '../../../../src/sandbox/worlds/parts/find.ts';
import { neverFreeze } from '../../../../src/sandbox/worlds/parts/frozen.ts';
import { anImage, anIncident } from '../../../support/an-incident.ts';
import { readFact } from '../../../support/read-fact.ts';

/** The service runs v4.12.1, and a deployment of v9.9.9 has just begun. */
const image = anImage({ repository: 'shop/api', tag: 'v9.9.9' });
const asked = anIncident({ image, workload: serviceRef('checkout') });
const read = (change: (estate: Estate) => void) =>
  readFact('lastGoodImage', asked, (estate) => {
    beginDeployment(estate, 'checkout');
    change(estate);
  });

it('is what the last deployment that succeeded pulled', async () => {
  const learned = await read(() => undefined);
  expect(learned).toMatchObject({
    value: {
      tags: ['v4.12.1'],
      image: expect.stringMatching(/:v4\.12\.1$/),
      taskDefinition: expect.stringContaining('checkout'),
    },
    evidence: [{ action: 'ecr:DescribeImages', observed: expect.stringMatching(/deployed 2/) }],
  });
});

it('is found where nothing has been deployed since', async () => {
  const learned = await readFact('lastGoodImage', asked);
  expect(learned).toMatchObject({ value: { tags: ['v4.12.1'] } });
});

it.each<[string, (estate: Estate) => void]>([
  ['that image is gone as well', (estate) => removeImage(estate, 'shop/api', 'v4.12.1')],
  ['it is in the archive', (estate) => Object.assign(findImage(estate, 'shop/api', 'v4.12.1'), { status: 'ARCHIVED' })],
  ['that deployment failed', (estate) => findService(estate, 'checkout').serviceDeployments.forEach(fail)],
  ['ECS froze no digest', (estate) => neverFreeze(estate, 'checkout')],
])('is none when %s', async (_what, change) => {
  expect(await read(change)).toMatchObject({ known: true, value: null });
});

it('is none for a pod, whatever ECS runs', async () => {
  const workload = { kind: 'kubernetes-pod', cluster: 'prod' } as const;
  const learned = await readFact('lastGoodImage', anIncident({ image, workload, platform: 'kubernetes' }));
  expect(learned).toMatchObject({ known: true, value: null });
});

it('is a gap where the deployments cannot be seen', async () => {
  const learned = await read((estate) => (estate.deniedToReader['444455556666'] = ['ecs:ListServiceDeployments']));
  expect(learned).toMatchObject({ known: false, gap: { reason: 'denied' } });
});

function fail(deployment: { status: string }): void {
  deployment.status = 'STOPPED';
}
