import { type ECRClient, paginateDescribePullThroughCacheRules } from '@aws-sdk/client-ecr';
import type { AccountId } from '../../domain/aws.ts';
import type { PullThroughRule } from '../../domain/registry-facts.ts';
import { AwsTrouble, isUnknownCall } from '../errors.ts';
import { defineFact, type Reader } from '../reader.ts';
import { registryOf } from '../registry-place.ts';

export const pullThroughRule = defineFact({
  name: 'pullThroughRule',
  actions: ['ecr:DescribePullThroughCacheRules'],
  async read(reader) {
    if (!(await isMissing(reader))) return { value: null, evidence: [] };
    const { image, place } = registryOf(reader);
    try {
      const { output, says } = await reader.ask(place, 'ecr:DescribePullThroughCacheRules', ({ ecr }) =>
        rulesOf(ecr, place.account),
      );
      const value = ruleFor(image.repository, output ?? []);
      const observed = value === null ? 'no pull through cache rule covers it' : `cached from ${value.upstream}`;
      return { value, evidence: [says(image.repository, observed)] };
    } catch (error) {
      // A registry that answered about the repository, and does not know this call, keeps no rules.
      if (error instanceof AwsTrouble && isUnknownCall(error)) return { value: null, evidence: [] };
      throw error;
    }
  },
});

async function rulesOf(client: ECRClient, registryId: AccountId): Promise<readonly PullThroughRule[]> {
  const rules: PullThroughRule[] = [];
  for await (const page of paginateDescribePullThroughCacheRules({ client, pageSize: 1000 }, { registryId })) {
    for (const { ecrRepositoryPrefix: prefix, upstreamRegistryUrl } of page.pullThroughCacheRules ?? []) {
      if (prefix !== undefined) rules.push({ prefix, upstream: upstreamRegistryUrl ?? 'an upstream registry' });
    }
  }
  return rules;
}

/** What is there needs no rule, so most pulls never ask; that nobody can tell whether it is there is a gap of its own. */
async function isMissing(reader: Reader): Promise<boolean> {
  try {
    return (await reader.need('repository')) === null || (await reader.need('image')) === null;
  } catch (error) {
    if (error instanceof AwsTrouble) return false;
    throw error;
  }
}

/** The rule of the longest prefix; `ROOT` covers what no other does (ECR user guide, "Creating a pull through cache rule"). */
function ruleFor(repository: string, rules: readonly PullThroughRule[]): PullThroughRule | null {
  const [closest] = rules
    .filter(({ prefix }) => repository.startsWith(`${prefix}/`))
    .toSorted((a, b) => b.prefix.length - a.prefix.length);
  return closest ?? rules.find(({ prefix }) => prefix === 'ROOT') ?? null;
}
