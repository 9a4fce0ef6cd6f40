import { PutRegistryPolicyCommand, PutRegistryScanningConfigurationCommand } from '@aws-sdk/client-ecr';
import { describe, expect, it } from 'vitest';
import { ownerOf, REGION, REGISTRY, WORKLOADS } from '../accounts.ts';
import { useMoto } from '../moto.ts';
import { know } from '../reading.ts';

useMoto();

describe('registryPolicy', () => {
  it('is the text that was set; moto does not tell its scope', async () => {
    const policy = {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'Replicate',
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${WORKLOADS}:root` },
          Action: ['ecr:CreateRepository', 'ecr:ReplicateImage'],
          Resource: `arn:aws:ecr:${REGION}:${REGISTRY}:repository/*`,
        },
      ],
    };
    await ownerOf(REGISTRY).ecr.send(new PutRegistryPolicyCommand({ policyText: JSON.stringify(policy) }));
    const { value } = await know('registryPolicy');
    expect(value).toMatchObject({ name: 'registry policy', scope: 'unknown' });
    expect(JSON.parse(value?.text ?? '')).toEqual(policy);
  });

  it('is null where the registry has none', async () => {
    expect((await know('registryPolicy')).value).toBeNull();
  });
});

describe('registryScanning', () => {
  it('is basic, without rules, in a new registry', async () => {
    expect((await know('registryScanning')).value).toEqual({ type: 'BASIC', rules: [] });
  });

  it('is what was set, each rule with its filters', async () => {
    const repositoryFilters = [{ filter: 'shop/*', filterType: 'WILDCARD' }] as const;
    await ownerOf(REGISTRY).ecr.send(
      new PutRegistryScanningConfigurationCommand({
        scanType: 'ENHANCED',
        rules: [{ scanFrequency: 'CONTINUOUS_SCAN', repositoryFilters: [...repositoryFilters] }],
      }),
    );
    const { value } = await know('registryScanning');
    expect(value).toEqual({ type: 'ENHANCED', rules: [{ frequency: 'CONTINUOUS_SCAN', filters: ['shop/*'] }] });
  });
});
