import {
  DescribeRepositoriesCommand,
  ListTagsForResourceCommand,
  paginateDescribeRepositories,
  RepositoryNotFoundException,
} from '@aws-sdk/client-ecr';
import { describe, expect, it } from 'vitest';
import { healthyEstate } from '../../../../../src/sandbox/worlds/healthy-estate.ts';
import { findRepository } from '../../../../../src/sandbox/worlds/parts/find.ts';
import { reader, REGISTRY, WORKLOAD } from '../../clients.ts';

describe('ECR repositories', () => {
  it('describes one by name', async () => {
    const { ecr } = reader(healthyEstate('2026-01-01T00:00:00.000Z'));
    const { repositories } = await ecr.send(
      new DescribeRepositoriesCommand({ registryId: REGISTRY, repositoryNames: ['shop/api'] }),
    );
    expect(repositories).toMatchObject([
      {
        repositoryArn: 'arn:aws:ecr:us-east-1:123456789012:repository/shop/api',
        repositoryUri: '123456789012.dkr.ecr.us-east-1.amazonaws.com/shop/api',
        createdAt: new Date('2024-11-17T00:00:00.000Z'),
        imageTagMutability: 'IMMUTABLE',
      },
    ]);
    expect(repositories?.[0]).not.toHaveProperty('imageTagMutabilityExclusionFilters');
  });

  it('shows exclusion filters where there are any', async () => {
    const estate = healthyEstate();
    Object.assign(findRepository(estate, 'my-app'), {
      tagMutability: 'IMMUTABLE_WITH_EXCLUSION',
      exclusionFilters: ['latest'],
    });
    const { repositories } = await reader(estate).ecr.send(
      new DescribeRepositoriesCommand({ repositoryNames: ['my-app'] }),
    );
    expect(repositories?.[0]?.imageTagMutabilityExclusionFilters).toEqual([
      { filterType: 'WILDCARD', filter: 'latest' },
    ]);
  });

  it('pages through all of them', async () => {
    const names: (string | undefined)[][] = [];
    for await (const page of paginateDescribeRepositories({ client: reader(healthyEstate()).ecr, pageSize: 3 }, {})) {
      names.push((page.repositories ?? []).map(({ repositoryName }) => repositoryName));
    }
    expect(names).toEqual([['my-app', 'shop/api', 'shop/web'], ['tools/ci-base']]);
  });

  it('knows each Region apart', async () => {
    const { ecr } = reader(healthyEstate(), REGISTRY, { region: 'eu-west-1' });
    const { repositories } = await ecr.send(new DescribeRepositoriesCommand({}));
    expect(repositories?.map(({ repositoryName }) => repositoryName)).toEqual(['shop/api', 'shop/web']);
  });

  it('throws for the whole call when one name is missing', async () => {
    const asked = reader(healthyEstate()).ecr.send(
      new DescribeRepositoriesCommand({ repositoryNames: ['my-app', 'my-ap'] }),
    );
    await expect(asked).rejects.toBeInstanceOf(RepositoryNotFoundException);
    await expect(asked).rejects.toThrow(
      "The repository with name 'my-ap' does not exist in the registry with id '123456789012'",
    );
  });

  it('refuses paging together with names, and tokens of its own invention', async () => {
    const { ecr } = reader(healthyEstate());
    await expect(
      ecr.send(new DescribeRepositoriesCommand({ repositoryNames: ['my-app'], maxResults: 1 })),
    ).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
    await expect(ecr.send(new DescribeRepositoriesCommand({ nextToken: 'guess' }))).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
  });

  it.each(['my-app', 'does-not-exist'])('denies another account %s alike', async (name) => {
    const { ecr } = reader(healthyEstate(), WORKLOAD);
    await expect(
      ecr.send(new DescribeRepositoriesCommand({ registryId: REGISTRY, repositoryNames: [name] })),
    ).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringMatching(/because no resource-based policy allows the ecr:DescribeRepositories action$/),
    });
  });

  it('lets another account in where the repository does, and looks into its own without a registry id', async () => {
    const estate = healthyEstate();
    findRepository(estate, 'my-app').policy = JSON.stringify({
      Statement: [{ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::444455556666:root' }, Action: 'ecr:Describe*' }],
    });
    const { ecr } = reader(estate, WORKLOAD);
    await expect(
      ecr.send(new DescribeRepositoriesCommand({ registryId: REGISTRY, repositoryNames: ['my-app'] })),
    ).resolves.toMatchObject({
      repositories: [{ registryId: REGISTRY }],
    });
    await expect(ecr.send(new DescribeRepositoriesCommand({ repositoryNames: ['my-app'] }))).rejects.toBeInstanceOf(
      RepositoryNotFoundException,
    );
  });

  it('lists the tags of a repository', async () => {
    const { ecr } = reader(healthyEstate());
    const resourceArn = 'arn:aws:ecr:us-east-1:123456789012:repository/shop/api';
    await expect(ecr.send(new ListTagsForResourceCommand({ resourceArn }))).resolves.toMatchObject({
      tags: [{ Key: 'team', Value: 'shop' }],
    });
    await expect(ecr.send(new ListTagsForResourceCommand({ resourceArn: `${resourceArn}s` }))).rejects.toBeInstanceOf(
      RepositoryNotFoundException,
    );
    await expect(ecr.send(new ListTagsForResourceCommand({ resourceArn: 'arn:aws:s3:::x' }))).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
  });
});
