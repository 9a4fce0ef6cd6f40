import { describe, expect, it } from 'vitest';
import type { Estate } from '../../../../src/sandbox/aws/estate.ts';
import { failPull, stoppedTaskId } from '../../../../src/sandbox/worlds/parts/failed-pull.ts';
import { findCluster, findNetwork } from '../../../../src/sandbox/worlds/parts/find.ts';
import { WORKLOAD } from '../../../../src/sandbox/worlds/parts/names.ts';
import { PRIVATE_SUBNETS, TASK_GROUP, VPC } from '../../../../src/sandbox/worlds/parts/network.ts';
import { TASK, read } from './read-network.ts';

describe('the network of a task', () => {
  const attach = (estate: Estate): void => {
    failPull(estate, 'my-app', 'CannotPullContainerError: planted');
    const task = findCluster(estate).tasks.find(({ id }) => id === stoppedTaskId('my-app'));
    const details = [
      { name: 'subnetId', value: PRIVATE_SUBNETS[1] },
      { name: 'networkInterfaceId', value: 'eni-task' },
    ];
    task?.attachments.push({ id: 'attachment', type: 'ElasticNetworkInterface', status: 'DELETED', details });
  };

  it('is that of its interface', async () => {
    const { estates } = await read(TASK, (estate) => {
      attach(estate);
      findNetwork(estate).networkInterfaces.push({
        networkInterfaceId: 'eni-task',
        vpcId: VPC,
        subnetId: PRIVATE_SUBNETS[1],
        privateIpAddress: '10.20.32.77',
        publicIp: '203.0.113.9',
        securityGroupIds: [TASK_GROUP],
        interfaceType: 'interface',
        description: '',
      });
    });
    expect(estates.map(({ source }) => source)).toEqual([
      {
        id: 'eni-task',
        subnet: PRIVATE_SUBNETS[1],
        addresses: ['10.20.32.77'],
        securityGroups: [TASK_GROUP],
        hasPublicAddress: true,
        hasIpv6Address: false,
      },
    ]);
  });

  it('is that of its service when the interface is gone', async () => {
    const { estates, gaps } = await read(TASK, attach);
    expect(estates.map(({ source }) => source)).toEqual([
      {
        id: PRIVATE_SUBNETS[1],
        subnet: PRIVATE_SUBNETS[1],
        addresses: 'unknown',
        securityGroups: [TASK_GROUP],
        hasPublicAddress: false,
        hasIpv6Address: false,
      },
    ]);
    expect(gaps).toEqual([]);
  });

  it('is that of its service, with no hole in it, when the interface may not be looked at', async () => {
    const { estate, gaps } = await read(TASK, (world) => {
      attach(world);
      world.deniedToReader[WORKLOAD] = ['ec2:DescribeNetworkInterfaces'];
    });
    expect(estate.source).toMatchObject({ securityGroups: [TASK_GROUP], hasPublicAddress: false });
    expect(gaps).toEqual([]);
  });

  it('is that of its service when ECS lists no interface', async () => {
    const { estates } = await read(TASK, (estate) => failPull(estate, 'my-app', 'CannotPullContainerError: planted'));
    expect(estates.map(({ source }) => source.subnet)).toEqual([...PRIVATE_SUBNETS]);
  });

  it('lacks what only the interface knew when there is no service either', async () => {
    const { estate, gaps } = await read(TASK, (world) => {
      attach(world);
      for (const task of findCluster(world).tasks) task.group = 'family:my-app';
    });
    expect(estate.source).toMatchObject({ securityGroups: 'unknown', hasPublicAddress: 'unknown' });
    expect(gaps).toMatchObject([{ fact: 'network', reason: 'workload-gone' }]);
  });
});
