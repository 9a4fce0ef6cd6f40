import { DescribeKeyCommand, paginateListGrants } from '@aws-sdk/client-kms';
import type { Arn } from '../../../domain/aws.ts';
import type { Repository } from '../../../domain/facts/registry.ts';
import { defineFact, type Reader } from '../../reader.ts';

/** ECR makes its grants for one repository each, under this key of the encryption context (ECR user guide, "Encryption at rest"). */
const REPOSITORY_CONTEXT = 'aws:ecr:arn';

export const repositoryKey = defineFact({
  name: 'repositoryKey',
  actions: ['kms:DescribeKey', 'kms:ListGrants'],
  async read(reader) {
    const repository = await reader.need('repository');
    const key = repository?.encryption.key ?? null;
    if (repository === null || key === null) return { value: null, evidence: [] };
    // The key is in the Region of the repository always, and in its account mostly: who reads there asks.
    const { output, says } = await reader.ask(
      repository,
      'kms:DescribeKey',
      ({ kms }) => kms.send(new DescribeKeyCommand({ KeyId: key })),
      ['NotFoundException'],
    );
    const found = output?.KeyMetadata;
    const arn = found?.Arn ?? key;
    const state = found?.KeyState ?? null;
    const told = says(arn, state === null ? 'KMS knows no such key' : `the key is ${state}`);
    const value = { arn, state, deletionAt: found?.DeletionDate?.toISOString() ?? null, hasGrant: null };
    // Nobody can retire a grant on AWS's own keys, and none helps a key that is out of use.
    if (state !== 'Enabled' || found?.KeyManager === 'AWS') return { value, evidence: [told] };
    const grant = await grantOf(reader, repository, arn);
    return { value: { ...value, hasGrant: grant.hasGrant }, evidence: [told, grant.evidence] };
  },
});

async function grantOf(reader: Reader, repository: Repository, key: Arn) {
  const { output, says } = await reader.ask(repository, 'kms:ListGrants', async ({ kms }) => {
    for await (const page of paginateListGrants({ client: kms, pageSize: 100 }, { KeyId: key })) {
      const grants = page.Grants ?? [];
      if (grants.some(({ Constraints }) => isFor(Constraints?.EncryptionContextSubset, repository.arn))) return true;
    }
    return false;
  });
  const hasGrant = output === true;
  const observed = hasGrant ? 'ECR has its grant for this repository' : 'no grant is for this repository';
  return { hasGrant, evidence: says(key, observed) };
}

function isFor(context: Readonly<Record<string, string>> | undefined, repository: Arn): boolean {
  return context?.[REPOSITORY_CONTEXT] === repository;
}
