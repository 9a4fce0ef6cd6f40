import { DescribeRepositoriesCommand } from '@aws-sdk/client-ecr';
import { lookAround } from '../../look-around.ts';
import { defineFact } from '../../reader.ts';
import { registryOf } from '../../registry-place.ts';

export const repositoryElsewhere = defineFact({
  name: 'repositoryElsewhere',
  actions: ['ecr:DescribeRepositories'],
  async read(reader) {
    const { image, place: here } = registryOf(reader);
    const action = 'ecr:DescribeRepositories';
    const found = await lookAround(reader, here, action, async (place) => {
      const { output, says } = await reader.ask(
        place,
        action,
        ({ ecr }) =>
          ecr.send(new DescribeRepositoriesCommand({ registryId: place.account, repositoryNames: [image.repository] })),
        ['RepositoryNotFoundException'],
      );
      if (output === null) return null;
      return { place, evidence: says(image.repository, 'a repository of this name exists here') };
    });
    return { value: found.map(({ place }) => place), evidence: found.map(({ evidence }) => evidence) };
  },
});
