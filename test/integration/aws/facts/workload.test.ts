import { describe, expect, it } from 'vitest';
import type { WorkloadRef } from '../../../../src/domain/incident.ts';
import { ELSEWHERE, ownerOf, REGION, REGISTRY, roleIn, WORKLOADS } from '../accounts.ts';
import { createService, registerTask, runTask } from '../ecs.ts';
import { useMoto } from '../moto.ts';
import { readDefaultVpc } from '../network.ts';
import { aPull, CHECKOUT, IMAGE, know, learn, NOT_SEEN } from '../reading.ts';

useMoto();

const EXECUTION = roleIn(WORKLOADS, 'checkout-exec');

function checkoutTask(images: readonly string[] = [IMAGE], executionRoleArn = EXECUTION): Promise<string> {
  return registerTask(ownerOf(WORKLOADS), 'checkout', {
    images,
    executionRoleArn,
    taskRoleArn: roleIn(WORKLOADS, 'checkout'),
  });
}

describe('workload', () => {
  it('is the named service with its task definition', async () => {
    const owner = ownerOf(WORKLOADS);
    const { subnets, group } = await readDefaultVpc(owner);
    const network = { subnets, securityGroups: [group], assignPublicIp: 'ENABLED' } as const;
    const taskDefinition = await checkoutTask([IMAGE, 'nginx']);
    await createService(owner, 'checkout', taskDefinition, network);
    const { value, evidence } = await know('workload', aPull({ workload: CHECKOUT }));
    expect(value).toMatchObject({
      account: WORKLOADS,
      region: REGION,
      cluster: 'prod',
      service: 'checkout',
      taskDefinition,
      launchType: 'FARGATE',
      executionRole: EXECUTION,
      images: [IMAGE, 'nginx'],
      network: { subnets, securityGroups: [group], assignPublicIp: true, networkInterface: null },
      platformVersion: 'LATEST',
      os: 'linux',
    });
    expect(evidence.map(({ action }) => action)).toEqual(['ecs:DescribeServices', 'ecs:DescribeTaskDefinition']);
  });

  it('is the named task, with the interface that it got', async () => {
    const owner = ownerOf(WORKLOADS);
    const { subnets, group } = await readDefaultVpc(owner);
    const network = { subnets: subnets.slice(0, 1), securityGroups: [group] };
    const task = await runTask(owner, await checkoutTask(), network);
    const workload: WorkloadRef = { kind: 'ecs-task', place: { account: WORKLOADS, region: REGION }, task };
    expect((await know('workload', aPull({ workload }))).value).toMatchObject({
      cluster: 'prod',
      service: null,
      launchType: 'FARGATE',
      images: [IMAGE],
      network: { subnets: network.subnets, networkInterface: expect.stringMatching(/^eni-/) },
    });
  });

  it.each<[string, WorkloadRef]>([
    ['cluster', { kind: 'ecs-service', place: {}, cluster: 'nowhere', service: 'checkout' }],
    ['service', { kind: 'ecs-service', place: {}, cluster: 'prod', service: 'nobody' }],
    [
      'task',
      { kind: 'ecs-task', place: { account: WORKLOADS, region: REGION }, cluster: 'prod', task: 'f'.repeat(32) },
    ],
  ])('is a gap without such a %s', async (_title, workload) => {
    await createService(ownerOf(WORKLOADS), 'checkout', await checkoutTask(), null);
    expect(await learn('workload', aPull({ workload }))).toMatchObject({ known: false, gap: { reason: NOT_SEEN } });
  });

  it('is found by the image when nobody names it', async () => {
    const owner = ownerOf(WORKLOADS);
    await createService(owner, 'checkout', await checkoutTask(), null);
    await createService(owner, 'other', await registerTask(owner, 'other', { images: ['nginx'] }), null);
    const { value } = await know('workload');
    expect(value).toMatchObject({ account: WORKLOADS, cluster: 'prod', service: 'checkout', executionRole: EXECUTION });
  });

  it('is several that pull differently', async () => {
    const owner = ownerOf(WORKLOADS);
    await createService(owner, 'checkout', await checkoutTask(), null);
    const other = await registerTask(owner, 'other', { images: [IMAGE], executionRoleArn: roleIn(WORKLOADS, 'other') });
    await createService(owner, 'other', other, null);
    expect(await learn('workload')).toMatchObject({ known: false, gap: { reason: 'several-pullers' } });
  });

  it('is not named when no configured place pulls the image', async () => {
    const abroad = ownerOf(WORKLOADS, ELSEWHERE);
    await createService(abroad, 'abroad', await registerTask(abroad, 'abroad', { images: [IMAGE] }), null);
    await createService(
      ownerOf(REGISTRY),
      'web',
      await registerTask(ownerOf(REGISTRY), 'web', { images: ['nginx'] }),
      null,
    );
    expect(await learn('workload')).toMatchObject({ known: false, gap: { reason: 'no-puller-found' } });
  });
});
