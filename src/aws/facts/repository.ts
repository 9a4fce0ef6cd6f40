import { DescribeRepositoriesCommand } from '@aws-sdk/client-ecr';
import { defineFact } from '../reader.ts';
import { registryOf } from '../registry-place.ts';

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
      },
      evidence: [says(image.repository, `the repository exists, tags ${[mode, ...filters].join(' ')}`)],
    };
  },
});
