import { DescribeRepositoriesCommand } from '@aws-sdk/client-ecr';
import type { Place } from '../../../domain/aws.ts';
import { upstreamName } from '../../../domain/facts/cache.ts';
import { type EcrImage, shortName } from '../../../domain/image-reference.ts';
import { describeImage, imageIdOf, observedOf } from '../../describe-image.ts';
import { defineFact, type Reader } from '../../reader.ts';
import { registryOf } from '../../registry-place.ts';
import { readRegistryPolicy } from '../registry/registry-policy.ts';
import { readRepositoryPolicy } from '../registry/repository-policy.ts';

/** (ECR API reference, CreatePullThroughCacheRule, upstreamRegistryUrl.) */
const ECR_HOST = /^(?:https:\/\/)?(?<account>\d{12})\.dkr\.ecr\.(?<region>[a-z0-9-]+)\.amazonaws\./;

export const upstreamRepository = defineFact({
  name: 'upstreamRepository',
  actions: [
    'ecr:DescribeRepositories',
    'ecr:DescribeImages',
    'ecr:GetRepositoryPolicy',
    'ecr:GetRegistryPolicy',
    'ecr:GetAccountSetting',
  ],
  async read(reader) {
    const { image } = registryOf(reader);
    const rule = await reader.need('importingRule');
    const { account, region } = ECR_HOST.exec(rule?.upstream ?? '')?.groups ?? {};
    if (rule === null || account === undefined || region === undefined) return { value: null, evidence: [] };
    const place = { account, region };
    const name = upstreamName(rule, image.repository);
    const [repository, wanted, repositoryPolicy, registryPolicy] = await Promise.all([
      isThere(reader, place, name),
      holds(reader, place, name, image),
      readRepositoryPolicy(reader, place, name),
      readRegistryPolicy(reader, place),
    ]);
    return {
      value: {
        ...place,
        name,
        exists: repository.exists,
        image: wanted.status,
        repositoryPolicy: repositoryPolicy.value,
        registryPolicy: registryPolicy.value,
      },
      evidence: [repository.evidence, wanted.evidence, ...repositoryPolicy.evidence, ...registryPolicy.evidence],
    };
  },
});

async function isThere(reader: Reader, place: Place, name: string) {
  const { output, says } = await reader.ask(
    place,
    'ecr:DescribeRepositories',
    ({ ecr }) => ecr.send(new DescribeRepositoriesCommand({ registryId: place.account, repositoryNames: [name] })),
    ['RepositoryNotFoundException'],
  );
  const exists = output !== null;
  return { exists, evidence: says(name, exists ? 'upstream has the repository' : 'upstream has no such repository') };
}

/** Archived images are asked for as well: without them, one would read as if it had never been pushed. */
async function holds(reader: Reader, place: Place, repository: string, wanted: EcrImage) {
  const { image, says } = await describeImage(reader, place, repository, imageIdOf(wanted));
  const observed = `upstream: ${observedOf(image)}`;
  return { status: image?.status ?? null, evidence: says(shortName({ ...wanted, repository }), observed) };
}
