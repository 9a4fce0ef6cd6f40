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
    const { value: tags, evidence } = await reader.needSeen('repositoryTags');
    return { value: managerIn(tags ?? {}), evidence };
  },
});

function managerIn(tags: Readonly<Record<string, string>>): string | null {
  for (const { key, says } of SIGNS) {
    const tag = Object.entries(tags).find(([name]) => key.test(name));
    if (tag !== undefined) return says(tag[1]);
  }
  return null;
}
