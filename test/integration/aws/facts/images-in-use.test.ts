import { describe, expect, it } from 'vitest';
import type { Clients } from '../../../../src/aws/clients.ts';
import { ELSEWHERE, ownerOf, REGION, REGISTRY, WORKLOADS } from '../accounts.ts';
import { registerTask, runTask } from '../ecs.ts';
import { useMoto } from '../moto.ts';
import { readDefaultVpc } from '../network.ts';
import { IMAGE, know } from '../reading.ts';

useMoto();

/** Runs one task of `checkout`. */
async function run(owner: Clients, ...images: readonly string[]): Promise<void> {
  const { subnets, group } = await readDefaultVpc(owner);
  const definition = await registerTask(owner, 'checkout', { images });
  await runTask(owner, definition, { subnets: subnets.slice(0, 1), securityGroups: [group] });
}

describe('ecsClusters', () => {
  it('are those of every place', async () => {
    await run(ownerOf(WORKLOADS), IMAGE);
    await run(ownerOf(REGISTRY, ELSEWHERE), IMAGE);
    const { value } = await know('ecsClusters');
    expect(value.clusters.map(({ account, region }) => `${account} ${region}`).toSorted()).toEqual(
      [`${WORKLOADS} ${REGION}`, `${REGISTRY} ${ELSEWHERE}`].toSorted(),
    );
    expect(value.gaps).toEqual([]);
  });
});

describe('imagesInUse', () => {
  it('are none where nothing runs', async () => {
    expect((await know('imagesInUse')).value).toEqual({ images: [], gaps: [] });
  });

  it('are those of the tasks that run; moto resolves no digests', async () => {
    await run(ownerOf(WORKLOADS), IMAGE, 'nginx');
    const { value, evidence } = await know('imagesInUse');
    expect(value).toEqual({ images: [{ digest: null, tag: 'v2.1.0', user: 'checkout' }], gaps: [] });
    expect(evidence).toMatchObject([
      {
        action: 'ecs:DescribeTasks',
        place: { account: WORKLOADS, region: REGION },
        observed: '1 of 1 task with shop/api; looked at 1 cluster in 1 account',
      },
    ]);
  });
});
