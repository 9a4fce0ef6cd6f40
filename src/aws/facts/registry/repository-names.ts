import { paginateDescribeRepositories } from '@aws-sdk/client-ecr';
import { everyItem } from '../../every-item.ts';
import { defineFact } from '../../reader.ts';
import { registryOf } from '../../registry-place.ts';

export const repositoryNames = defineFact({
  name: 'repositoryNames',
  actions: ['ecr:DescribeRepositories'],
  async read(reader) {
    const { place } = registryOf(reader);
    const { output, says } = await reader.ask(place, 'ecr:DescribeRepositories', ({ ecr }) =>
      everyItem(
        paginateDescribeRepositories({ client: ecr, pageSize: 1000 }, { registryId: place.account }),
        ({ repositories }) => repositories,
      ),
    );
    const value = (output ?? []).flatMap(({ repositoryName }) => repositoryName ?? []);
    return { value, evidence: [says('all repositories', `${value.length} in this registry`)] };
  },
});
