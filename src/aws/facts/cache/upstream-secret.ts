import { DescribeKeyCommand } from '@aws-sdk/client-kms';
import { DescribeSecretCommand } from '@aws-sdk/client-secrets-manager';
import { accountOf } from '../../../domain/arn.ts';
import type { Place } from '../../../domain/aws.ts';
import { isCacheSecret } from '../../../domain/facts/cache.ts';
import { defineFact, type Reader } from '../../reader.ts';
import { registryOf } from '../../registry-place.ts';

/** The alias of the AWS managed key, should somebody have named it. */
const MANAGED_KEY = /(^|:)alias\/aws\/secretsmanager$/;

export const upstreamSecret = defineFact({
  name: 'upstreamSecret',
  // Never GetSecretValue: whether ECR could log in with what is inside, ECR tells us.
  actions: ['secretsmanager:DescribeSecret', 'kms:DescribeKey'],
  async read(reader) {
    const { place } = registryOf(reader);
    const arn = (await reader.need('importingRule'))?.credential ?? null;
    // A secret of another place or of another kind of name cannot be used, whatever it is like.
    if (arn === null || !isCacheSecret(arn, place)) return { value: null, evidence: [] };
    const { output, says } = await reader.ask(
      place,
      'secretsmanager:DescribeSecret',
      ({ secretsmanager }) => secretsmanager.send(new DescribeSecretCommand({ SecretId: arn })),
      ['ResourceNotFoundException'],
    );
    if (output === null) return { value: null, evidence: [says(arn, 'no such secret')] };
    // AWS leaves the key out for its own (Secrets Manager API reference, DescribeSecret).
    const key = output.KmsKeyId ?? null;
    const named = key === null || MANAGED_KEY.test(key) ? null : await readNamedKey(reader, place, key);
    const value = {
      name: output.Name ?? arn,
      deletedAt: output.DeletedDate?.toISOString() ?? null,
      kmsKey: named === null || named.isManaged ? null : key,
    };
    const deletion = value.deletedAt === null ? '' : `, marked for deletion (${value.deletedAt})`;
    const told = says(value.name, `the secret exists${deletion}, key ${key ?? 'aws/secretsmanager'}`);
    return { value, evidence: [told, ...(named?.evidence ?? [])] };
  },
});

/** Whether a key that somebody named is AWS's all the same: by its id it looks like any other. */
async function readNamedKey(reader: Reader, place: Place, key: string) {
  // Another account can have shared only a key of its own.
  if (key.startsWith('arn:') && accountOf(key) !== place.account) return { isManaged: false, evidence: [] };
  const { output, says } = await reader.ask(
    place,
    'kms:DescribeKey',
    ({ kms }) => kms.send(new DescribeKeyCommand({ KeyId: key })),
    ['NotFoundException'],
  );
  const isManaged = output?.KeyMetadata?.KeyManager === 'AWS';
  const observed = output === null ? 'KMS knows no such key' : `a key of ${isManaged ? 'AWS' : 'the account’s own'}`;
  return { isManaged, evidence: [says(key, observed)] };
}
