import { GetDownloadUrlForLayerCommand, DescribeImagesCommand, DescribeRepositoriesCommand } from '@aws-sdk/client-ecr';
import { DescribeServicesCommand, DescribeTaskDefinitionCommand } from '@aws-sdk/client-ecs';
import { describe, expect, it } from 'vitest';
import { objectionTo } from '../../../src/sandbox/aws/authorize.ts';
import { healthyEstate } from '../../../src/sandbox/worlds/healthy-estate.ts';
import { findImage, findRepository, findRole } from '../../../src/sandbox/worlds/parts/find.ts';
import { repositoryArn } from '../../../src/sandbox/worlds/parts/names.ts';
import { reader, REGISTRY, WORKLOAD } from '../aws/clients.ts';

const SERVICES = [
  ['checkout', 'shop/api', 'v4.12.1'],
  ['my-app', 'my-app', 'v2.1.0'],
] as const;

describe('healthyEstate', () => {
  it.each(SERVICES)('runs %s from %s:%s', async (service, repositoryName, tag) => {
    const estate = healthyEstate();
    const { ecs } = reader(estate, WORKLOAD);
    const { services } = await ecs.send(new DescribeServicesCommand({ cluster: 'prod', services: [service] }));
    const taskDefinition = services?.[0]?.taskDefinition ?? '';
    const described = await ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition }));
    expect(described.taskDefinition?.containerDefinitions?.[0]?.image).toBe(
      `${REGISTRY}.dkr.ecr.us-east-1.amazonaws.com/${repositoryName}:${tag}`,
    );
    const { imageDetails } = await reader(estate).ecr.send(
      new DescribeImagesCommand({ repositoryName, imageIds: [{ imageTag: tag }] }),
    );
    expect(imageDetails?.[0]?.imageDigest).toBe(findImage(estate, repositoryName, tag).digest);
  });

  it.each(SERVICES)('lets the execution role of %s pull from %s', (service, repositoryName) => {
    const estate = healthyEstate();
    const role = findRole(estate, WORKLOAD, `${service}-exec`);
    const arn = `arn:aws:sts::${WORKLOAD}:assumed-role/${role.name}/1`;
    const caller = {
      account: WORKLOAD,
      role,
      arn,
      userId: '',
      accessKeyId: '',
      sessionName: '1',
      sessionPolicy: null,
      sourceIdentity: null,
      tags: {},
    };
    const repository = {
      resource: repositoryArn(repositoryName),
      owner: REGISTRY,
      resourcePolicies: [findRepository(estate, repositoryName).policy],
    };
    expect(
      objectionTo(estate, caller, { action: 'ecr:GetAuthorizationToken', resource: '*', owner: WORKLOAD }),
    ).toBeNull();
    expect(objectionTo(estate, caller, { ...repository, action: 'ecr:BatchGetImage' })).toBeNull();
    expect(objectionTo(estate, caller, { ...repository, action: 'ecr:GetDownloadUrlForLayer' })).toBeNull();
    expect(objectionTo(estate, caller, { ...repository, action: 'ecr:PutImage' })).not.toBeNull();
  });

  it('has immutable tags everywhere', async () => {
    const { repositories } = await reader(healthyEstate()).ecr.send(new DescribeRepositoriesCommand({}));
    expect(new Set(repositories?.map(({ imageTagMutability }) => imageTagMutability))).toEqual(new Set(['IMMUTABLE']));
  });

  it('is built for the present unless it is told when', () => {
    const before = Date.now();
    expect(Date.parse(healthyEstate().now)).toBeGreaterThanOrEqual(before);
    expect(healthyEstate('2026-01-01T00:00:00.000Z').now).toBe('2026-01-01T00:00:00.000Z');
  });

  it('lets nobody have what a layer holds', async () => {
    const asked = reader(healthyEstate()).ecr.send(
      new GetDownloadUrlForLayerCommand({ repositoryName: 'my-app', layerDigest: `sha256:${'0'.repeat(64)}` }),
    );
    await expect(asked).rejects.toMatchObject({ name: 'UnknownOperationException' });
  });
});
