import { PutRegistryPolicyCommand } from '@aws-sdk/client-ecr';
import { describe, expect, it } from 'vitest';
import { ownerOf, REGION, REGISTRY, WORKLOADS } from '../accounts.ts';
import { createRepository, pushImage } from '../images.ts';
import { useMoto } from '../moto.ts';
import { aPull, know } from '../reading.ts';

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

describe('pullThroughRule', () => {
  it('is null, and not asked for, where the image is there', async () => {
    const owner = ownerOf(REGISTRY);
    await createRepository(owner, 'shop/api');
    await pushImage(owner, 'shop/api', 'v2.1.0');
    expect(await know('pullThroughRule')).toMatchObject({ value: null, evidence: [] });
  });

  it.each([
    ['repository', aPull({ repository: 'docker-hub/nginx' })],
    ['image', aPull({ tag: 'v9' })],
  ])('is null where the %s is missing: moto does not know such rules', async (_title, incident) => {
    await createRepository(ownerOf(REGISTRY), 'shop/api');
    expect((await know('pullThroughRule', incident)).value).toBeNull();
  });
});
