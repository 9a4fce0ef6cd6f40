import { ListTagsForResourceCommand, type Tag } from '@aws-sdk/client-ecr';
import { defineFact } from '../../reader.ts';

/** Resource tags that tools leave behind; the first that is there speaks. */
const SIGNS: readonly { key: RegExp; says: (value: string) => string }[] = [
  { key: /^aws:cloudformation:stack-name$/, says: (value) => `CloudFormation stack ${value}` },
  { key: /^(terraform|tf-|tfe-)/i, says: () => 'Terraform' },
  { key: /^managed-?by$/i, says: (value) => value },
];

export const repositoryManager = defineFact({
  name: 'repositoryManager',
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
    const value = managerIn(output?.tags ?? []);
    return {
      value,
      evidence: [says(repository.name, value === null ? 'no tag names a tool that manages it' : `managed by ${value}`)],
    };
  },
});

function managerIn(tags: readonly Tag[]): string | null {
  for (const { key, says } of SIGNS) {
    const tag = tags.find((each) => key.test(each.Key ?? ''));
    if (tag !== undefined) return says(tag.Value ?? '');
  }
  return null;
}
