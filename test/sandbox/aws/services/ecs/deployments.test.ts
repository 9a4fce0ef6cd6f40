import {
  DescribeServiceDeploymentsCommand,
  DescribeServiceRevisionsCommand,
  ListServiceDeploymentsCommand,
  ServiceNotFoundException,
} from '@aws-sdk/client-ecs';
import { describe, expect, it } from 'vitest';
import { healthyEstate } from '../../../../../src/sandbox/worlds/healthy-estate.ts';
import { findImage } from '../../../../../src/sandbox/worlds/parts/find.ts';
import { reader, WORKLOAD } from '../../clients.ts';

const clients = (estate = healthyEstate()) => reader(estate, WORKLOAD).ecs;

describe('ECS deployments and revisions', () => {
  it('leads from a service to the digest that ECS froze', async () => {
    const estate = healthyEstate();
    const ecs = clients(estate);
    const listed = await ecs.send(new ListServiceDeploymentsCommand({ cluster: 'prod', service: 'checkout' }));
    const serviceDeploymentArns = (listed.serviceDeployments ?? []).flatMap(
      (deployment) => deployment.serviceDeploymentArn ?? [],
    );
    const { serviceDeployments } = await ecs.send(new DescribeServiceDeploymentsCommand({ serviceDeploymentArns }));
    expect(serviceDeployments).toMatchObject([{ status: 'SUCCESSFUL', startedAt: expect.any(Date) }]);
    const serviceRevisionArns = [serviceDeployments?.[0]?.targetServiceRevision?.arn ?? ''];
    expect(serviceRevisionArns).toEqual([listed.serviceDeployments?.[0]?.targetServiceRevisionArn]);
    const { serviceRevisions } = await ecs.send(new DescribeServiceRevisionsCommand({ serviceRevisionArns }));
    expect(serviceRevisions).toMatchObject([
      {
        serviceArn: 'arn:aws:ecs:us-east-1:444455556666:service/prod/checkout',
        createdAt: expect.any(Date),
        containerImages: [{ containerName: 'checkout', imageDigest: findImage(estate, 'shop/api', 'v4.12.1').digest }],
      },
    ]);
  });

  it('filters deployments by status', async () => {
    const { serviceDeployments } = await clients().send(
      new ListServiceDeploymentsCommand({ cluster: 'prod', service: 'checkout', status: ['STOPPED'] }),
    );
    expect(serviceDeployments).toEqual([]);
  });

  it('says what it does not have', async () => {
    await expect(
      clients().send(new ListServiceDeploymentsCommand({ cluster: 'prod', service: 'gone' })),
    ).rejects.toBeInstanceOf(ServiceNotFoundException);
    const arn = 'arn:aws:ecs:us-east-1:444455556666:service-revision/prod/checkout/1';
    await expect(
      clients().send(new DescribeServiceRevisionsCommand({ serviceRevisionArns: [arn] })),
    ).resolves.toMatchObject({
      serviceRevisions: [],
      failures: [{ arn, reason: 'MISSING' }],
    });
  });
});
