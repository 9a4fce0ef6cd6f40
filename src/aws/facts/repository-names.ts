import { paginateDescribeRepositories } from '@aws-sdk/client-ecr';
import { defineFact } from '../reader.ts';
import { registryOf } from '../registry-place.ts';

export const repositoryNames = defineFact({
  name: 'repositoryNames',
  actions: ['ecr:DescribeRepositories'],
  async read(reader) {
    const { place } = registryOf(reader);
    const { output, says } = await reader.ask(place, 'ecr:DescribeRepositories', async ({ ecr }) => {
      const names: string[] = [];
      for await (const page of paginateDescribeRepositories(
        { client: ecr, pageSize: 1000 },
        { registryId: place.account },
      )) {
        names.push(...(page.repositories ?? []).flatMap(({ repositoryName }) => repositoryName ?? []));
      }
      return names;
    });
    const value = output ?? [];
    return { value, evidence: [says('all repositories', `${value.length} in this registry`)] };
  },
});
