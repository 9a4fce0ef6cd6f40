import { expect, it } from 'vitest';
import { ownerOf, WORKLOADS } from '../accounts.ts';
import { createService, registerTask } from '../ecs.ts';
import { useMoto } from '../moto.ts';
import { aPull, CHECKOUT, IMAGE, know, learn } from '../reading.ts';

useMoto();

const asked = aPull({ workload: CHECKOUT });

/** moto has services, and neither their deployments nor their revisions. */
const UNSEEN = { known: false, gap: { action: 'ecs:ListServiceDeployments', reason: 'unavailable' } };

it('is a gap where deployments cannot be listed, and never "nothing is frozen"', async () => {
  const owner = ownerOf(WORKLOADS);
  await createService(owner, 'checkout', await registerTask(owner, 'checkout', { images: [IMAGE] }), null);
  expect(await learn('serviceRevision', asked)).toMatchObject(UNSEEN);
  expect(await learn('frozenImage', asked)).toMatchObject(UNSEEN);
  expect(await learn('lastGoodImage', asked)).toMatchObject(UNSEEN);
});

it('is none where Kubernetes pulls', async () => {
  expect((await know('serviceRevision', aPull({ platform: 'kubernetes' }))).value).toBeNull();
});
