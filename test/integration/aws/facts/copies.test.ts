import { PutReplicationConfigurationCommand } from '@aws-sdk/client-ecr';
import {
  CreateGrantCommand,
  CreateKeyCommand,
  DisableKeyCommand,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import { ELSEWHERE, ownerOf, REGION, REGISTRY } from '../accounts.ts';
import { createRepository, pushImage } from '../images.ts';
import { useMoto } from '../moto.ts';
import { aPull, know, learn } from '../reading.ts';

useMoto();

const ABROAD = { account: REGISTRY, region: ELSEWHERE };

async function pushAbroad(tag = 'v2.1.0'): Promise<string> {
  await createRepository(ownerOf(REGISTRY), 'shop/api');
  await createRepository(ownerOf(REGISTRY, ELSEWHERE), 'shop/api');
  return pushImage(ownerOf(REGISTRY, ELSEWHERE), 'shop/api', tag);
}

describe('imageElsewhere', () => {
  it('is where another configured place has the tag, or the digest', async () => {
    const digest = await pushAbroad();
    const copy = { ...ABROAD, digest, status: 'ACTIVE', pushedAt: expect.stringMatching(/^\d{4}-.*Z$/) };
    expect((await know('imageElsewhere')).value).toEqual([copy]);
    expect((await know('imageElsewhere', aPull({ digest }))).value).toEqual([copy]);
  });

  it('is nowhere when the repositories there hold other tags, or are missing', async () => {
    await pushAbroad('v1.0.0');
    expect((await know('imageElsewhere')).value).toEqual([]);
  });
});

describe('replications', () => {
  const replicate = (filter: string) =>
    ownerOf(REGISTRY, ELSEWHERE).ecr.send(
      new PutReplicationConfigurationCommand({
        replicationConfiguration: {
          rules: [
            {
              destinations: [{ region: REGION, registryId: REGISTRY }],
              repositoryFilters: [{ filter, filterType: 'PREFIX_MATCH' }],
            },
          ],
        },
      }),
    );

  it('are none where no rule leads here', async () => {
    await pushAbroad();
    expect((await know('replications')).value).toEqual([]);
  });

  it('leave out what no filter takes', async () => {
    await pushAbroad();
    await replicate('base/');
    expect((await know('replications')).value).toMatchObject([{ ...ABROAD, state: 'left-out', prefixes: ['base/'] }]);
  });

  it('are a gap where a rule takes the repository: moto knows no status of replication', async () => {
    await pushAbroad();
    await replicate('shop/');
    expect(await learn('replications')).toMatchObject({
      known: false,
      gap: { fact: 'replications', reason: 'unavailable', action: 'ecr:DescribeImageReplicationStatus', ...ABROAD },
    });
  });
});

describe('repositoryKey', () => {
  async function encrypt(): Promise<string> {
    const { KeyMetadata } = await ownerOf(REGISTRY).kms.send(new CreateKeyCommand({}));
    const kmsKey = KeyMetadata?.Arn ?? '';
    await createRepository(ownerOf(REGISTRY), 'shop/api', {
      encryptionConfiguration: { encryptionType: 'KMS', kmsKey },
    });
    return kmsKey;
  }

  const grant = (KeyId: string, repository: string) =>
    ownerOf(REGISTRY).kms.send(
      new CreateGrantCommand({
        KeyId,
        GranteePrincipal: `ecr.${REGION}.amazonaws.com`,
        Operations: ['Decrypt', 'GenerateDataKey'],
        Constraints: {
          EncryptionContextSubset: { 'aws:ecr:arn': `arn:aws:ecr:${REGION}:${REGISTRY}:repository/${repository}` },
        },
      }),
    );

  it('is enabled, with a grant for this repository or for others alone', async () => {
    const arn = await encrypt();
    await grant(arn, 'shop/web');
    expect((await know('repositoryKey')).value).toEqual({ arn, state: 'Enabled', deletionAt: null, hasGrant: false });
    await grant(arn, 'shop/api');
    expect((await know('repositoryKey')).value).toMatchObject({ state: 'Enabled', hasGrant: true });
  });

  it('is disabled, or to be deleted at some time', async () => {
    // To change a key moto wants its id, and takes no ARN.
    const KeyId = (await encrypt()).split('/').at(-1);
    await ownerOf(REGISTRY).kms.send(new DisableKeyCommand({ KeyId }));
    expect((await know('repositoryKey')).value).toMatchObject({ state: 'Disabled', hasGrant: null });
    await ownerOf(REGISTRY).kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
    expect((await know('repositoryKey')).value).toMatchObject({
      state: 'PendingDeletion',
      deletionAt: expect.stringMatching(/^\d{4}-.*Z$/),
    });
  });

  it('is unknown to KMS when nobody has made it', async () => {
    const kmsKey = `arn:aws:kms:${REGION}:${REGISTRY}:key/00000000-0000-4000-8000-000000000000`;
    await createRepository(ownerOf(REGISTRY), 'shop/api', {
      encryptionConfiguration: { encryptionType: 'KMS', kmsKey },
    });
    expect((await know('repositoryKey')).value).toEqual({ arn: kmsKey, state: null, deletionAt: null, hasGrant: null });
  });

  it('is null where no key of KMS encrypts', async () => {
    await createRepository(ownerOf(REGISTRY), 'shop/api');
    expect((await know('repositoryKey')).value).toBeNull();
  });
});
