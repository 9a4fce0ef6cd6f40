import {
  PutLifecyclePolicyCommand,
  SetRepositoryPolicyCommand,
  type CreateRepositoryCommandInput,
} from '@aws-sdk/client-ecr';
import { describe, expect, it } from 'vitest';
import { ELSEWHERE, ownerOf, REGION, REGISTRY, WORKLOADS } from '../accounts.ts';
import { createRepository, pushImage } from '../images.ts';
import { useMoto } from '../moto.ts';
import { aPull, know, learn } from '../reading.ts';

useMoto();

const ARN = `arn:aws:ecr:${REGION}:${REGISTRY}:repository/shop/api`;
const HERE = { account: REGISTRY, region: REGION };

describe('repository', () => {
  const modes: [string, CreateRepositoryCommandInput['imageTagMutability'], string[]][] = [
    ['mutable', 'MUTABLE', []],
    ['immutable', 'IMMUTABLE', []],
    ['immutable with exclusions', 'IMMUTABLE_WITH_EXCLUSION', ['latest', 'dev-*']],
    ['mutable with exclusions', 'MUTABLE_WITH_EXCLUSION', ['v*']],
  ];

  it.each(modes)('is %s', async (_title, imageTagMutability, filters) => {
    await createRepository(ownerOf(REGISTRY), 'shop/api', {
      imageTagMutability,
      ...(filters.length > 0 && {
        imageTagMutabilityExclusionFilters: filters.map((filter) => ({ filterType: 'WILDCARD', filter })),
      }),
    });
    const { value, evidence } = await know('repository');
    expect(value).toEqual({
      ...HERE,
      arn: ARN,
      name: 'shop/api',
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      tagMutability: imageTagMutability,
      exclusionFilters: filters,
      encryption: { type: 'AES256', key: null },
      scanOnPush: false,
    });
    expect(evidence).toMatchObject([{ action: 'ecr:DescribeRepositories', place: HERE, subject: 'shop/api' }]);
  });

  it('is scanned on push where its owner says so', async () => {
    await createRepository(ownerOf(REGISTRY), 'shop/api', { imageScanningConfiguration: { scanOnPush: true } });
    expect((await know('repository')).value).toMatchObject({ scanOnPush: true });
  });

  it('is null where AWS says that there is none, be it in another account or Region', async () => {
    await createRepository(ownerOf(WORKLOADS), 'shop/api');
    await createRepository(ownerOf(REGISTRY, ELSEWHERE), 'shop/api');
    const { value, evidence } = await know('repository');
    expect(value).toBeNull();
    expect(evidence).toMatchObject([{ observed: 'no such repository' }]);
  });
});

describe('repositoryNames', () => {
  it('are those of this registry and Region', async () => {
    await createRepository(ownerOf(REGISTRY), 'shop/web');
    await createRepository(ownerOf(REGISTRY), 'shop/worker');
    await createRepository(ownerOf(WORKLOADS), 'not/here');
    expect((await know('repositoryNames')).value.toSorted()).toEqual(['shop/web', 'shop/worker']);
  });

  it('are none in an empty registry', async () => {
    expect((await know('repositoryNames')).value).toEqual([]);
  });
});

describe('repositoryElsewhere', () => {
  it('is in the other configured places that have one of this name', async () => {
    await createRepository(ownerOf(REGISTRY), 'shop/api');
    await createRepository(ownerOf(REGISTRY, ELSEWHERE), 'shop/api');
    await createRepository(ownerOf(WORKLOADS), 'shop/api');
    const { value, evidence } = await know('repositoryElsewhere');
    const places = [
      { account: REGISTRY, region: ELSEWHERE },
      { account: WORKLOADS, region: REGION },
    ];
    expect(value).toEqual(places);
    expect(evidence.map(({ place }) => place)).toEqual(places);
  });

  it('is nowhere when none has', async () => {
    await createRepository(ownerOf(REGISTRY), 'shop/api');
    expect((await know('repositoryElsewhere')).value).toEqual([]);
  });
});

describe('repositoryManager', () => {
  it.each([
    ['CloudFormation', { 'aws:cloudformation:stack-name': 'shop' }, 'CloudFormation stack shop'],
    ['a tag that says so', { 'managed-by': 'pulumi' }, 'pulumi'],
    ['nobody', { team: 'shop' }, null],
  ])('is %s', async (_title, tags, manager) => {
    await createRepository(ownerOf(REGISTRY), 'shop/api', {
      tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    });
    const { value, evidence } = await know('repositoryManager');
    expect(value).toBe(manager);
    expect(evidence.map(({ action, place }) => [action, place])).toEqual([['ecr:ListTagsForResource', HERE]]);
  });

  it('is null without a repository', async () => {
    expect((await know('repositoryManager')).value).toBeNull();
  });
});

it('repositoryTags are those of the repository', async () => {
  const tags = [
    { Key: 'team', Value: 'shop' },
    { Key: 'tier', Value: '' },
  ];
  await createRepository(ownerOf(REGISTRY), 'shop/api', { tags });
  expect((await know('repositoryTags')).value).toEqual({ team: 'shop', tier: '' });
});

describe('repositoryPolicy', () => {
  it('is the text that was set', async () => {
    const owner = ownerOf(REGISTRY);
    await createRepository(owner, 'shop/api');
    const policy = {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'Pull',
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${WORKLOADS}:root` },
          Action: 'ecr:BatchGetImage',
        },
      ],
    };
    await owner.ecr.send(
      new SetRepositoryPolicyCommand({ repositoryName: 'shop/api', policyText: JSON.stringify(policy) }),
    );
    const { value } = await know('repositoryPolicy');
    expect(value?.name).toBe('repository policy');
    expect(JSON.parse(value?.text ?? '')).toEqual(policy);
  });

  it.each(['shop/api', 'no/repository'])('is null where %s has none', async (repository) => {
    await createRepository(ownerOf(REGISTRY), 'shop/api');
    expect((await know('repositoryPolicy', aPull({ repository }))).value).toBeNull();
  });
});

describe('lifecyclePolicy', () => {
  it('is the text that was set', async () => {
    const owner = ownerOf(REGISTRY);
    await createRepository(owner, 'shop/api');
    const selection = { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 1 };
    const policy = { rules: [{ rulePriority: 1, selection, action: { type: 'expire' } }] };
    await owner.ecr.send(
      new PutLifecyclePolicyCommand({ repositoryName: 'shop/api', lifecyclePolicyText: JSON.stringify(policy) }),
    );
    expect(JSON.parse((await know('lifecyclePolicy')).value?.text ?? '')).toEqual(policy);
  });

  it.each(['shop/api', 'no/repository'])('is null where %s has none', async (repository) => {
    await createRepository(ownerOf(REGISTRY), 'shop/api');
    expect((await know('lifecyclePolicy', aPull({ repository }))).value).toBeNull();
  });
});

describe('the trail', () => {
  it.each(['pushes', 'removals'] as const)('leaves %s a gap: moto keeps none', async (fact) => {
    const owner = ownerOf(REGISTRY);
    await createRepository(owner, 'shop/api');
    await pushImage(owner, 'shop/api', 'latest');
    expect(await learn(fact)).toMatchObject({
      known: false,
      gap: { fact, reason: 'unavailable', action: 'cloudtrail:LookupEvents', ...HERE },
    });
  });
});
