import { DeleteSubnetCommand } from '@aws-sdk/client-ec2';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Clients } from '../../../../src/aws/clients.ts';
import { ownerOf, REGION, WORKLOADS } from '../accounts.ts';
import { createService, registerTask, runTask } from '../ecs.ts';
import { useMoto } from '../moto.ts';
import { createSubnet, createVpc, readDefaultVpc } from '../network.ts';
import { aPull, CHECKOUT, know, learn, NOT_SEEN } from '../reading.ts';

useMoto();

const service = aPull({ workload: CHECKOUT });
let owner: Clients;
let taskDefinition: string;

beforeEach(async () => {
  owner = ownerOf(WORKLOADS);
  taskDefinition = await registerTask(owner, 'checkout', { images: ['nginx'] });
});

describe('the source of a network', () => {
  it('puts a service that names no group into the default one, in each of its subnets', async () => {
    const { subnets, group } = await readDefaultVpc(owner);
    await createService(owner, 'checkout', taskDefinition, { subnets, securityGroups: [], assignPublicIp: 'ENABLED' });
    const { value } = await know('network', service);
    expect(value.estates.map(({ source }) => source.subnet).toSorted()).toEqual(subnets.toSorted());
    for (const { source } of value.estates)
      expect(source).toMatchObject({ securityGroups: [group], hasPublicAddress: true });
  });

  it('is that of the interface which a task got', async () => {
    const { subnet, taskGroup } = await createVpc(owner);
    const task = await runTask(owner, taskDefinition, { subnets: [subnet], securityGroups: [taskGroup] });
    const place = { account: WORKLOADS, region: REGION };
    const { value } = await know('network', aPull({ workload: { kind: 'ecs-task', place, task } }));
    expect(value.estates.map(({ source }) => source)).toEqual([
      {
        id: expect.stringMatching(/^eni-/),
        subnet,
        // moto draws it from all of 10.0.0.0/8.
        addresses: [expect.stringMatching(/^10\./)],
        securityGroups: [taskGroup],
        hasPublicAddress: false,
        hasIpv6Address: false,
      },
    ]);
  });

  it('is a gap when the subnets are gone', async () => {
    const { vpc, taskGroup } = await createVpc(owner);
    const subnet = await createSubnet(owner, vpc, '10.0.2.0/24');
    await createService(owner, 'checkout', taskDefinition, { subnets: [subnet], securityGroups: [taskGroup] });
    await owner.ec2.send(new DeleteSubnetCommand({ SubnetId: subnet }));
    expect(await learn('network', service)).toMatchObject({
      known: false,
      gap: { reason: 'workload-gone', action: 'ec2:DescribeSubnets' },
    });
  });

  it('is a gap when the service is gone', async () => {
    expect(await learn('network', service)).toMatchObject({ known: false, gap: { reason: NOT_SEEN } });
  });

  it('is a gap on EC2, where the instance pulls', async () => {
    await createService(owner, 'checkout', taskDefinition, null, { launchType: 'EC2' });
    expect(await learn('network', service)).toMatchObject({ known: false, gap: { reason: 'puller-on-instance' } });
  });
});
