import { SetRepositoryPolicyCommand } from '@aws-sdk/client-ecr';
import { CreateSecretCommand, DeleteSecretCommand } from '@aws-sdk/client-secrets-manager';
import { describe, expect, it } from 'vitest';
import { FACTS } from '../../../../src/aws/facts/index.ts';
import { Reader, type ReadFactName } from '../../../../src/aws/reader.ts';
import type { ReadFacts } from '../../../../src/domain/facts.ts';
import type { PullThroughRule } from '../../../../src/domain/facts/registry.ts';
import { aRule } from '../../../support/facts.ts';
import { FakeFactSource } from '../../../support/fake-fact-source.ts';
import { ELSEWHERE, openIdentities, ownerOf, REGION, REGISTRY, WORKLOADS } from '../accounts.ts';
import { createRepository, pushImage } from '../images.ts';
import { useMoto } from '../moto.ts';
import { aPull, know, learn } from '../reading.ts';

useMoto();

const firstPull = aPull({ repository: 'hub/library/nginx' });

/** moto keeps no rules: what hangs on one is read as if there were this one. */
async function readThrough<Name extends ReadFactName>(name: Name, rule: PullThroughRule): Promise<ReadFacts[Name]> {
  const known = new FakeFactSource({ importingRule: rule, repository: null });
  const reader = new Reader({
    incident: firstPull,
    identities: openIdentities(),
    learn: (needed) => known.learn(needed),
    now: () => new Date(),
  });
  const { value } = await FACTS[name].read(reader);
  return value;
}

describe('pullThroughRule', () => {
  it.each([
    ['the image is there', aPull()],
    ['the repository is missing', firstPull],
  ])('is null where %s: moto does not know such rules', async (_title, incident) => {
    const owner = ownerOf(REGISTRY);
    await createRepository(owner, 'shop/api');
    await pushImage(owner, 'shop/api', 'v2.1.0');
    expect((await know('pullThroughRule', incident)).value).toBeNull();
    expect((await know('importingRule', incident)).value).toBeNull();
  });

  it('is a gap elsewhere, where nobody has answered anything yet', async () => {
    expect(await learn('rulesElsewhere', firstPull)).toMatchObject({
      known: false,
      gap: { reason: 'unavailable', action: 'ecr:DescribePullThroughCacheRules', region: ELSEWHERE },
    });
  });
});

describe('what moto does not know is trouble, never an answer', () => {
  it.each([
    ['pullThroughValidation', 'ecr:ValidatePullThroughCacheRule'],
    ['creationTemplate', 'ecr:DescribeRepositoryCreationTemplates'],
  ] as const)('%s', async (name, action) => {
    const rule = aRule({ customRole: 'arn:aws:iam::111122223333:role/ecr-cache' });
    await expect(readThrough(name, rule)).rejects.toMatchObject({ name: 'AwsTrouble', reason: 'unavailable', action });
  });
});

describe('upstreamSecret', () => {
  const NAME = 'ecr-pullthroughcache/hub';
  const create = async (parts: { KmsKeyId?: string } = {}): Promise<string> => {
    const { secretsmanager } = ownerOf(REGISTRY);
    const { ARN = '' } = await secretsmanager.send(
      new CreateSecretCommand({ Name: NAME, SecretString: '{"username":"u","accessToken":"t"}', ...parts }),
    );
    return ARN;
  };

  it('is described, and never read', async () => {
    const credential = await create();
    expect(await readThrough('upstreamSecret', aRule({ credential }))).toEqual({
      name: NAME,
      deletedAt: null,
      kmsKey: null,
    });
  });

  it('is under a key of its own', async () => {
    const kmsKey = `arn:aws:kms:${REGION}:${REGISTRY}:key/5a8f3e1c-0d2b-4c7e-9f61-2b7d9c0e4a13`;
    const credential = await create({ KmsKeyId: kmsKey });
    expect(await readThrough('upstreamSecret', aRule({ credential }))).toMatchObject({ kmsKey });
  });

  it('is marked for deletion', async () => {
    const credential = await create();
    await ownerOf(REGISTRY).secretsmanager.send(new DeleteSecretCommand({ SecretId: credential }));
    expect(await readThrough('upstreamSecret', aRule({ credential }))).toMatchObject({
      deletedAt: expect.stringMatching(/^\d{4}-/),
    });
  });

  it('is null where there is none', async () => {
    const credential = `arn:aws:secretsmanager:${REGION}:${REGISTRY}:secret:${NAME}-a1B2c3`;
    expect(await readThrough('upstreamSecret', aRule({ credential }))).toBeNull();
  });
});

describe('upstreamRepository', () => {
  const rule = aRule({
    kind: 'ecr',
    upstream: `${WORKLOADS}.dkr.ecr.${REGION}.amazonaws.com`,
    upstreamPrefix: 'golden',
    customRole: 'arn:aws:iam::111122223333:role/ecr-cache',
  });
  const NAME = 'golden/library/nginx';

  it('is read where it lies, policy included', async () => {
    const owner = ownerOf(WORKLOADS);
    await createRepository(owner, NAME);
    await pushImage(owner, NAME, 'v2.1.0');
    const policyText = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: '*', Action: 'ecr:BatchGetImage' }],
    });
    await owner.ecr.send(new SetRepositoryPolicyCommand({ repositoryName: NAME, policyText }));
    expect(await readThrough('upstreamRepository', rule)).toMatchObject({
      account: WORKLOADS,
      region: REGION,
      name: NAME,
      exists: true,
      image: 'ACTIVE',
      repositoryPolicy: { name: 'repository policy' },
      registryPolicy: null,
    });
  });

  it('may lack the image, or not exist', async () => {
    expect(await readThrough('upstreamRepository', rule)).toMatchObject({ exists: false, image: null });
    await createRepository(ownerOf(WORKLOADS), NAME);
    expect(await readThrough('upstreamRepository', rule)).toMatchObject({ exists: true, image: null });
  });
});
