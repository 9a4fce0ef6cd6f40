import {
  ClusterNotFoundException,
  DescribeServicesCommand,
  ListClustersCommand,
  ListServicesCommand,
} from '@aws-sdk/client-ecs';
import { describe, expect, it } from 'vitest';
import { healthyEstate } from '../../../../../src/sandbox/worlds/healthy-estate.ts';
import { reader, WORKLOAD } from '../../clients.ts';

const ARN = 'arn:aws:ecs:us-east-1:444455556666';

describe('ECS clusters and services', () => {
  it('lists them', async () => {
    const { ecs } = reader(healthyEstate(), WORKLOAD);
    await expect(ecs.send(new ListClustersCommand({}))).resolves.toMatchObject({
      clusterArns: [`${ARN}:cluster/prod`],
    });
    await expect(ecs.send(new ListServicesCommand({ cluster: 'prod' }))).resolves.toMatchObject({
      serviceArns: [`${ARN}:service/prod/checkout`, `${ARN}:service/prod/my-app`],
    });
    await expect(ecs.send(new ListServicesCommand({ cluster: 'prod', launchType: 'EC2' }))).resolves.toMatchObject({
      serviceArns: [],
    });
  });

  it.each(['checkout', `${ARN}:service/prod/checkout`])('describes a service called %s', async (service) => {
    const { ecs } = reader(healthyEstate(), WORKLOAD);
    const { services, failures } = await ecs.send(
      new DescribeServicesCommand({ cluster: `${ARN}:cluster/prod`, services: [service] }),
    );
    expect(failures).toEqual([]);
    expect(services).toMatchObject([
      {
        serviceArn: `${ARN}:service/prod/checkout`,
        clusterArn: `${ARN}:cluster/prod`,
        launchType: 'FARGATE',
        taskDefinition: `${ARN}:task-definition/checkout:7`,
        createdAt: expect.any(Date),
        events: [{ createdAt: expect.any(Date), message: '(service checkout) has reached a steady state.' }],
        deployments: [{ status: 'PRIMARY', createdAt: expect.any(Date), networkConfiguration: expect.any(Object) }],
        networkConfiguration: { awsvpcConfiguration: { assignPublicIp: 'DISABLED', subnets: expect.any(Array) } },
      },
    ]);
  });

  it('calls what it does not have a failure, and a cluster that it does not have an error', async () => {
    const { ecs } = reader(healthyEstate(), WORKLOAD);
    await expect(
      ecs.send(new DescribeServicesCommand({ cluster: 'prod', services: ['checkout', 'gone'] })),
    ).resolves.toMatchObject({
      services: [{ serviceName: 'checkout' }],
      failures: [{ arn: `${ARN}:service/prod/gone`, reason: 'MISSING' }],
    });
    const inDefault = ecs.send(new DescribeServicesCommand({ services: ['checkout'] }));
    await expect(inDefault).rejects.toBeInstanceOf(ClusterNotFoundException);
  });

  it.each([
    ['no service', [], /empty/],
    ['eleven services', Array.from({ length: 11 }, (_, index) => `s${index}`), /10/],
    [
      'a service of another account',
      ['arn:aws:ecs:us-east-1:123456789012:service/prod/x'],
      /Identifier is for 123456789012\. Your accountId is 444455556666/,
    ],
  ])('refuses %s', async (_, services, message) => {
    const { ecs } = reader(healthyEstate(), WORKLOAD);
    await expect(ecs.send(new DescribeServicesCommand({ cluster: 'prod', services }))).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: expect.stringMatching(message),
    });
  });
});
