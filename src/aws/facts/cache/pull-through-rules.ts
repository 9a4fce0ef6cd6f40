import { paginateDescribePullThroughCacheRules, type PullThroughCacheRule } from '@aws-sdk/client-ecr';
import type { Place } from '../../../domain/aws.ts';
import type { PullThroughRule } from '../../../domain/facts/registry.ts';
import { AwsTrouble, isUnknownCall } from '../../errors.ts';
import { everyItem } from '../../every-item.ts';
import { type Answer, defineFact, type Reader } from '../../reader.ts';
import { registryOf } from '../../registry-place.ts';

export const pullThroughRules = defineFact({
  name: 'pullThroughRules',
  actions: ['ecr:DescribePullThroughCacheRules'],
  async read(reader) {
    const { place } = registryOf(reader);
    try {
      const { output, says } = await askForRules(reader, place);
      const value = output ?? [];
      const prefixes = value.map(({ prefix }) => prefix).join(', ');
      const observed = value.length === 0 ? 'no pull through cache rule' : `pull through cache rules ${prefixes}`;
      return { value, evidence: [says(`registry ${place.account} ${place.region}`, observed)] };
    } catch (error) {
      // A registry that does not know this call keeps no rules.
      if (error instanceof AwsTrouble && isUnknownCall(error)) return { value: [], evidence: [] };
      throw error;
    }
  },
});

/** Every rule of the registry in one place. */
export function askForRules(reader: Reader, place: Place): Promise<Answer<readonly PullThroughRule[]>> {
  return reader.ask(place, 'ecr:DescribePullThroughCacheRules', ({ ecr }) =>
    everyItem(
      paginateDescribePullThroughCacheRules({ client: ecr, pageSize: 1000 }, { registryId: place.account }),
      ({ pullThroughCacheRules }) => pullThroughCacheRules?.map(toRule),
    ),
  );
}

function toRule(rule: PullThroughCacheRule): PullThroughRule {
  return {
    // AWS takes prefixes with and without a slash at the end, and means the same.
    prefix: (rule.ecrRepositoryPrefix ?? '').replace(/\/$/, ''),
    upstream: rule.upstreamRegistryUrl ?? 'an upstream registry',
    kind: rule.upstreamRegistry ?? null,
    upstreamPrefix: rule.upstreamRepositoryPrefix?.replace(/\/$/, '') ?? null,
    credential: rule.credentialArn ?? null,
    customRole: rule.customRoleArn ?? null,
  };
}
