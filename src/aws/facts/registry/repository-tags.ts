import { ListTagsForResourceCommand } from '@aws-sdk/client-ecr';
import { defineFact } from '../../reader.ts';

export const repositoryTags = defineFact({
  name: 'repositoryTags',
  actions: ['ecr:ListTagsForResource'],
  async read(reader) {
    const repository = await reader.need('repository');
    if (repository === null) return { value: null, evidence: [] };
    const { output, says } = await reader.ask(
      repository,
      'ecr:ListTagsForResource',
      ({ ecr }) => ecr.send(new ListTagsForResourceCommand({ resourceArn: repository.arn })),
      ['RepositoryNotFoundException'],
    );
    if (output === null) return { value: null, evidence: [says(repository.name, 'no such repository')] };
    const tags = (output.tags ?? []).flatMap(({ Key, Value }) =>
      Key === undefined ? [] : [[Key, Value ?? ''] as const],
    );
    const observed = tags.map(([key, value]) => `${key}=${value}`).join(', ');
    return {
      value: Object.fromEntries(tags),
      evidence: [says(repository.name, tags.length === 0 ? 'no tags' : `tags ${observed}`)],
    };
  },
});
