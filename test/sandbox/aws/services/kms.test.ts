import { DescribeKeyCommand, ListGrantsCommand } from '@aws-sdk/client-kms';
import { expect, it } from 'vitest';
import type { Key } from '../../../../src/sandbox/aws/estate.ts';
import { healthyEstate } from '../../../../src/sandbox/worlds/healthy-estate.ts';
import { encrypt } from '../../../../src/sandbox/worlds/parts/encrypted.ts';
import { reader } from '../clients.ts';

const UNKNOWN = 'arn:aws:kms:us-east-1:123456789012:key/00000000-0000-4000-8000-000000000000';

function withKey(change: Partial<Key> = {}) {
  const estate = healthyEstate('2026-06-01T12:00:00.000Z');
  const key = Object.assign(encrypt(estate, 'my-app'), change);
  return { estate, key, kms: reader(estate).kms };
}

it('describes a key, with the day of its deletion where it has one', async () => {
  const enabled = withKey();
  const { KeyMetadata } = await enabled.kms.send(new DescribeKeyCommand({ KeyId: enabled.key.arn }));
  expect(KeyMetadata).toMatchObject({
    Arn: enabled.key.arn,
    KeyState: 'Enabled',
    Enabled: true,
    KeyManager: 'CUSTOMER',
  });
  expect(KeyMetadata).not.toHaveProperty('DeletionDate');

  const leaving = withKey({ state: 'PendingDeletion', deletionAt: '2026-06-08T12:00:00.000Z' });
  await expect(leaving.kms.send(new DescribeKeyCommand({ KeyId: leaving.key.arn }))).resolves.toMatchObject({
    KeyMetadata: { KeyState: 'PendingDeletion', Enabled: false, DeletionDate: new Date('2026-06-08T12:00:00.000Z') },
  });
});

it('lists the two grants of ECR for each repository, page by page', async () => {
  const { kms, key } = withKey({ repositories: ['arn:a', 'arn:b'] });
  const first = await kms.send(new ListGrantsCommand({ KeyId: key.arn, Limit: 3 }));
  expect(first.Truncated).toBe(true);
  const rest = await kms.send(new ListGrantsCommand({ KeyId: key.arn, Marker: first.NextMarker }));
  const contexts = [...(first.Grants ?? []), ...(rest.Grants ?? [])].map(
    ({ Constraints }) => Constraints?.EncryptionContextSubset,
  );
  expect(contexts).toEqual(['arn:a', 'arn:a', 'arn:b', 'arn:b'].map((arn) => ({ 'aws:ecr:arn': arn })));
  expect(rest.Truncated).toBe(false);
});

it('knows no other key', async () => {
  const { kms } = withKey();
  await expect(kms.send(new DescribeKeyCommand({ KeyId: UNKNOWN }))).rejects.toMatchObject({
    name: 'NotFoundException',
  });
});

it('tells nobody who may not ask', async () => {
  const { estate, kms, key } = withKey();
  estate.deniedToReader = { '123456789012': ['kms:ListGrants'] };
  await expect(kms.send(new ListGrantsCommand({ KeyId: key.arn }))).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
});
