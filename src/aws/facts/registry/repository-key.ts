import { DescribeKeyCommand, paginateListGrants } from '@aws-sdk/client-kms';
import { accountOf } from '../../../domain/arn.ts';
import type { Arn, Place } from '../../../domain/aws.ts';
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
    const place = placeOf(reader, repository, key);
    const { output, says } = await reader.ask(
      place,
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
    const grant = await grantOf(reader, place, repository, arn);
    return { value: { ...value, hasGrant: grant.hasGrant }, evidence: [told, grant.evidence] };
  },
});

/** The key is in the Region of the repository, and mostly in its account. Of another, its own account knows best, if we may ask there. */
function placeOf(reader: Reader, { account, region }: Repository, key: Arn): Place {
  const owner = accountOf(key);
  return { account: reader.identities.account(owner) === undefined ? account : owner, region };
}

async function grantOf(reader: Reader, place: Place, repository: Repository, key: Arn) {
  const { output, says } = await reader.ask(place, 'kms:ListGrants', async ({ kms }) => {
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
