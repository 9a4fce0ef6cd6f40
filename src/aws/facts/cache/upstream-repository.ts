import { DescribeImagesCommand, DescribeRepositoriesCommand } from '@aws-sdk/client-ecr';
import type { Place } from '../../../domain/aws.ts';
import { upstreamName } from '../../../domain/facts/cache.ts';
import { type EcrImage, shortName } from '../../../domain/image-reference.ts';
import { imageIdOf } from '../../describe-image.ts';
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
        hasImage: wanted.hasImage,
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

async function holds(reader: Reader, place: Place, repositoryName: string, image: EcrImage) {
  const imageIds = [imageIdOf(image)];
  const { output, says } = await reader.ask(
    place,
    'ecr:DescribeImages',
    ({ ecr }) => ecr.send(new DescribeImagesCommand({ registryId: place.account, repositoryName, imageIds })),
    ['ImageNotFoundException', 'RepositoryNotFoundException'],
  );
  const hasImage = output !== null;
  const name = shortName({ ...image, repository: repositoryName });
  return { hasImage, evidence: says(name, hasImage ? 'upstream has the image' : 'upstream has no such image') };
}
