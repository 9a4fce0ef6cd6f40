import {
  DescribePullThroughCacheRulesCommand,
  GetAccountSettingCommand,
  GetAuthorizationTokenCommand,
  GetRegistryScanningConfigurationCommand,
  PullThroughCacheRuleNotFoundException,
} from '@aws-sdk/client-ecr';
import { describe, expect, it } from 'vitest';
import { healthyEstate } from '../../../../../src/sandbox/worlds/healthy-estate.ts';
import { findAccount, findRegistry, findRole } from '../../../../../src/sandbox/worlds/parts/find.ts';
import { reader, REGISTRY } from '../../clients.ts';

describe('ECR registry', () => {
  it('knows its settings', async () => {
    const { ecr } = reader(healthyEstate());
    await expect(ecr.send(new GetAccountSettingCommand({ name: 'REGISTRY_POLICY_SCOPE' }))).resolves.toMatchObject({
      value: 'V2',
    });
    await expect(ecr.send(new GetAccountSettingCommand({ name: 'NOTHING' }))).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
  });

  it('tells what it scans, as AWS spells it', async () => {
    const estate = healthyEstate();
    findRegistry(estate).scanning = {
      scanType: 'ENHANCED',
      rules: [{ scanFrequency: 'SCAN_ON_PUSH', filters: ['shop/*'] }],
    };
    const { ecr } = reader(estate);
    await expect(ecr.send(new GetRegistryScanningConfigurationCommand({}))).resolves.toMatchObject({
      registryId: REGISTRY,
      scanningConfiguration: {
        scanType: 'ENHANCED',
        rules: [
          {
            scanFrequency: 'SCAN_ON_PUSH',
            repositoryFilters: [{ filter: 'shop/*', filterType: 'WILDCARD' }],
          },
        ],
      },
    });
  });

  it('describes pull-through cache rules', async () => {
    const estate = healthyEstate();
    findAccount(estate, REGISTRY).registries['us-east-1']?.pullThroughCacheRules.push({
      prefix: 'docker-hub',
      upstreamUrl: 'registry-1.docker.io',
      upstream: 'docker-hub',
      createdAt: '2026-01-01T00:00:00.000Z',
    });
    const { ecr } = reader(estate);
    await expect(ecr.send(new DescribePullThroughCacheRulesCommand({}))).resolves.toMatchObject({
      pullThroughCacheRules: [
        {
          ecrRepositoryPrefix: 'docker-hub',
          upstreamRegistryUrl: 'registry-1.docker.io',
          createdAt: new Date('2026-01-01'),
        },
      ],
    });
    await expect(
      ecr.send(new DescribePullThroughCacheRulesCommand({ ecrRepositoryPrefixes: ['quay'] })),
    ).rejects.toBeInstanceOf(PullThroughCacheRuleNotFoundException);
  });

  it('gives a token to those who may have one, and the reading role may not', async () => {
    const estate = healthyEstate();
    await expect(reader(estate).ecr.send(new GetAuthorizationTokenCommand({}))).rejects.toMatchObject({
      message: expect.stringMatching(/on resource: \* with an explicit deny in an identity-based policy$/),
    });
    findRole(estate, REGISTRY, 'EcrWhyRead').inlinePolicies = [];
    findRole(estate, REGISTRY, 'EcrWhyRead').attachedPolicies = [
      'arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly',
    ];
    const { authorizationData } = await reader(estate).ecr.send(new GetAuthorizationTokenCommand({}));
    expect(Buffer.from(authorizationData?.[0]?.authorizationToken ?? '', 'base64').toString()).toMatch(/^AWS:/);
    expect(authorizationData?.[0]?.proxyEndpoint).toBe('https://123456789012.dkr.ecr.us-east-1.amazonaws.com');
  });
});
