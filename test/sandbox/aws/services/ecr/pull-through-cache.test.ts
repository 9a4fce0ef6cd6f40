import {
  DescribeRepositoryCreationTemplatesCommand,
  PullThroughCacheRuleNotFoundException,
  ValidatePullThroughCacheRuleCommand,
} from '@aws-sdk/client-ecr';
import { DescribeSecretCommand, ResourceNotFoundException } from '@aws-sdk/client-secrets-manager';
import { describe, expect, it } from 'vitest';
import type { Secret } from '../../../../../src/sandbox/aws/estate.ts';
import { healthyEstate } from '../../../../../src/sandbox/worlds/healthy-estate.ts';
import { findAccount, findRegistry } from '../../../../../src/sandbox/worlds/parts/find.ts';
import { cacheHub, SECRET_ARN } from '../../../../support/caches.ts';
import { reader, REGISTRY } from '../../clients.ts';

function estateWith(secret: Partial<Secret> = {}, upstreamRefuses?: string) {
  const estate = healthyEstate();
  cacheHub(estate, upstreamRefuses === undefined ? {} : { upstreamRefuses });
  for (const each of findAccount(estate, REGISTRY).secrets['us-east-1'] ?? []) Object.assign(each, secret);
  return estate;
}

describe('ECR pull-through caches', () => {
  it.each<[string, Partial<Secret>, string | undefined, object]>([
    ['is valid', {}, undefined, { isValid: true, credentialArn: SECRET_ARN }],
    [
      'lacks its secret',
      { arn: 'arn:gone' },
      undefined,
      { isValid: false, failure: expect.stringContaining('not found') },
    ],
    ['has a deleted secret', { deletedAt: '2026-01-01T00:00:00.000Z' }, undefined, { isValid: false }],
    ['has a secret under another key', { kmsKeyId: 'key-1' }, undefined, { isValid: false }],
    ['is refused upstream', {}, 'Not you.', { isValid: false, failure: 'Not you.' }],
  ])('tells that a rule %s', async (_what, secret, refuses, answer) => {
    const { ecr } = reader(estateWith(secret, refuses));
    const command = new ValidatePullThroughCacheRuleCommand({ ecrRepositoryPrefix: 'hub' });
    await expect(ecr.send(command)).resolves.toMatchObject(answer);
  });

  it('refuses to try a rule that is not there', async () => {
    const command = new ValidatePullThroughCacheRuleCommand({ ecrRepositoryPrefix: 'quay' });
    await expect(reader(estateWith()).ecr.send(command)).rejects.toBeInstanceOf(PullThroughCacheRuleNotFoundException);
  });

  it('describes creation templates', async () => {
    const estate = healthyEstate();
    findRegistry(estate).creationTemplates.push(
      { prefix: 'hub', appliedFor: ['PULL_THROUGH_CACHE'], repositoryPolicy: '{}' },
      { prefix: 'ROOT', appliedFor: ['REPLICATION'], repositoryPolicy: null },
    );
    const answer = await reader(estate).ecr.send(new DescribeRepositoryCreationTemplatesCommand({}));
    expect(answer.repositoryCreationTemplates).toEqual([
      { prefix: 'hub', appliedFor: ['PULL_THROUGH_CACHE'], repositoryPolicy: '{}' },
      { prefix: 'ROOT', appliedFor: ['REPLICATION'] },
    ]);
  });
});

describe('Secrets Manager', () => {
  it('describes a secret, and leaves out what it does not have', async () => {
    const answer = await reader(estateWith()).secretsmanager.send(new DescribeSecretCommand({ SecretId: SECRET_ARN }));
    expect(answer).toMatchObject({ Name: 'ecr-pullthroughcache/hub', CreatedDate: expect.any(Date) });
    expect(answer).not.toHaveProperty('KmsKeyId');
    expect(answer).not.toHaveProperty('DeletedDate');
  });

  it('dates a deletion, and names a key', async () => {
    const estate = estateWith({ deletedAt: '2026-01-01T00:00:00.000Z', kmsKeyId: 'key-1' });
    const answer = await reader(estate).secretsmanager.send(new DescribeSecretCommand({ SecretId: SECRET_ARN }));
    expect(answer).toMatchObject({ DeletedDate: new Date('2026-01-01'), KmsKeyId: 'key-1' });
  });

  it('knows of no other', async () => {
    const command = new DescribeSecretCommand({ SecretId: 'another' });
    await expect(reader(estateWith()).secretsmanager.send(command)).rejects.toBeInstanceOf(ResourceNotFoundException);
  });
});
