import { expect, it } from 'vitest';
import { ownerOf, REGION, WORKLOADS } from '../accounts.ts';
import { registerTask, runTask } from '../ecs.ts';
import { useMoto } from '../moto.ts';
import { createVpc } from '../network.ts';
import { aPull, IMAGE, know } from '../reading.ts';

useMoto();

// moto runs a task and never says when its pull ended or when it started, which is all that would show that it pulled.
it('counts nobody as a sibling of whom ECS does not say that he pulled', async () => {
  const owner = ownerOf(WORKLOADS);
  const { subnet, taskGroup } = await createVpc(owner);
  const definition = await registerTask(owner, 'checkout', { images: [IMAGE] });
  const network = { subnets: [subnet], securityGroups: [taskGroup] };
  await runTask(owner, definition, network);
  const task = await runTask(owner, definition, network);
  const workload = { kind: 'ecs-task', place: { account: WORKLOADS, region: REGION }, cluster: 'prod', task } as const;
  expect(await know('siblings', aPull({ workload }))).toEqual({ known: true, value: [], evidence: [] });
});
