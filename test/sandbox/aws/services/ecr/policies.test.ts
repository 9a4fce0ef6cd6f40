import {
  GetLifecyclePolicyCommand,
  GetRegistryPolicyCommand,
  GetRepositoryPolicyCommand,
  LifecyclePolicyNotFoundException,
  RegistryPolicyNotFoundException,
  RepositoryPolicyNotFoundException,
} from '@aws-sdk/client-ecr';
import { describe, expect, it } from 'vitest';
import { healthyEstate } from '../../../../../src/sandbox/worlds/healthy-estate.ts';
import { findAccount, findRepository } from '../../../../../src/sandbox/worlds/parts/find.ts';
import { reader, REGISTRY } from '../../clients.ts';

describe('ECR policies', () => {
  it('gives lifecycle and repository policies as text', async () => {
    const estate = healthyEstate();
    const { ecr } = reader(estate);
    const lifecycle = await ecr.send(new GetLifecyclePolicyCommand({ repositoryName: 'shop/web' }));
    expect(JSON.parse(lifecycle.lifecyclePolicyText ?? '')).toHaveProperty('rules');
    expect(lifecycle.lastEvaluatedAt).toBeInstanceOf(Date);
    const { policyText } = await ecr.send(new GetRepositoryPolicyCommand({ repositoryName: 'shop/api' }));
    expect(policyText).toBe(findRepository(estate, 'shop/api').policy);
  });

  it('says what there is not', async () => {
    const estate = healthyEstate();
    findRepository(estate, 'my-app').policy = null;
    const { ecr } = reader(estate);
    await expect(ecr.send(new GetLifecyclePolicyCommand({ repositoryName: 'my-app' }))).rejects.toBeInstanceOf(
      LifecyclePolicyNotFoundException,
    );
    await expect(ecr.send(new GetRepositoryPolicyCommand({ repositoryName: 'my-app' }))).rejects.toBeInstanceOf(
      RepositoryPolicyNotFoundException,
    );
    await expect(ecr.send(new GetRegistryPolicyCommand({}))).rejects.toBeInstanceOf(RegistryPolicyNotFoundException);
  });

  it('obeys a registry policy of version 2, and gives it', async () => {
    const estate = healthyEstate();
    const registry = findAccount(estate, REGISTRY).registries['us-east-1'];
    const text = JSON.stringify({
      Statement: { Effect: 'Deny', Principal: '*', Action: 'ecr:GetLifecyclePolicy', Resource: '*' },
    });
    if (registry !== undefined) registry.policy = text;
    const { ecr } = reader(estate);
    await expect(ecr.send(new GetRegistryPolicyCommand({}))).resolves.toMatchObject({ policyText: text });
    await expect(ecr.send(new GetLifecyclePolicyCommand({ repositoryName: 'shop/web' }))).rejects.toMatchObject({
      message: expect.stringMatching(/with an explicit deny in a resource-based policy$/),
    });
    if (registry !== undefined) registry.policyScope = 'V1';
    await expect(ecr.send(new GetLifecyclePolicyCommand({ repositoryName: 'shop/web' }))).resolves.toBeDefined();
  });
});
