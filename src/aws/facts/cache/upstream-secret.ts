import { DescribeSecretCommand } from '@aws-sdk/client-secrets-manager';
import { isCacheSecret } from '../../../domain/facts/cache.ts';
import { defineFact } from '../../reader.ts';
import { registryOf } from '../../registry-place.ts';

/** The alias of the AWS managed key, should somebody have named it. */
const MANAGED_KEY = /(^|:)alias\/aws\/secretsmanager$/;

export const upstreamSecret = defineFact({
  name: 'upstreamSecret',
  // Never GetSecretValue: whether ECR could log in with what is inside, ECR tells us.
  actions: ['secretsmanager:DescribeSecret'],
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
    const key = output.KmsKeyId ?? null;
    const value = {
      name: output.Name ?? arn,
      deletedAt: output.DeletedDate?.toISOString() ?? null,
      // AWS leaves the key out for its own (Secrets Manager API reference, DescribeSecret).
      kmsKey: key === null || MANAGED_KEY.test(key) ? null : key,
    };
    const deletion = value.deletedAt === null ? '' : `, marked for deletion (${value.deletedAt})`;
    return {
      value,
      evidence: [says(value.name, `the secret exists${deletion}, key ${value.kmsKey ?? 'aws/secretsmanager'}`)],
    };
  },
});
