import { DescribeRepositoriesCommand, type Repository } from '@aws-sdk/client-ecr';
import type { Encryption } from '../../../domain/facts/registry.ts';
import { defineFact } from '../../reader.ts';
import { registryOf } from '../../registry-place.ts';

export const repository = defineFact({
  name: 'repository',
  actions: ['ecr:DescribeRepositories'],
  async read(reader) {
    const { image, place } = registryOf(reader);
    const { output, says } = await reader.ask(
      place,
      'ecr:DescribeRepositories',
      // Without registryId the call would look in the registry of whoever asks.
      ({ ecr }) =>
        ecr.send(new DescribeRepositoriesCommand({ registryId: place.account, repositoryNames: [image.repository] })),
      ['RepositoryNotFoundException'],
    );
    const found = output?.repositories?.[0];
    if (found === undefined) return { value: null, evidence: [says(image.repository, 'no such repository')] };
    const mode = found.imageTagMutability ?? 'MUTABLE';
    const filters = (found.imageTagMutabilityExclusionFilters ?? []).flatMap(({ filter }) => filter ?? []);
    return {
      value: {
        ...place,
        arn: found.repositoryArn ?? '',
        name: image.repository,
        createdAt: found.createdAt?.toISOString() ?? '',
        tagMutability: mode,
        exclusionFilters: filters,
        scanOnPush: found.imageScanningConfiguration?.scanOnPush === true,
        encryption: encryptionOf(found),
      },
      evidence: [says(image.repository, `the repository exists, tags ${[mode, ...filters].join(' ')}`)],
    };
  },
});

/** A registry that says nothing of encryption uses S3's own keys (ECR user guide, "Encryption at rest"). */
function encryptionOf({ encryptionConfiguration }: Repository): Encryption {
  const { encryptionType, kmsKey } = encryptionConfiguration ?? {};
  if (encryptionType !== 'KMS' && encryptionType !== 'KMS_DSSE') return { type: 'AES256', key: null };
  return { type: encryptionType, key: kmsKey ?? null };
}
