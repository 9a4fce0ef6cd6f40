import { ValidatePullThroughCacheRuleCommand } from '@aws-sdk/client-ecr';
import { defineFact } from '../../reader.ts';
import { registryOf } from '../../registry-place.ts';

/**
 * ECR tries the way to the upstream registry itself, credentials included, and changes nothing: the Service
 * Authorization Reference lists the action as a read.
 */
export const pullThroughValidation = defineFact({
  name: 'pullThroughValidation',
  actions: ['ecr:ValidatePullThroughCacheRule'],
  async read(reader) {
    const { place } = registryOf(reader);
    const rule = await reader.need('importingRule');
    // It is for upstream registries that ask who is there (ECR user guide, "Validating pull through cache rules").
    if (rule === null || (rule.credential === null && rule.customRole === null)) return { value: null, evidence: [] };
    const { output, says } = await reader.ask(place, 'ecr:ValidatePullThroughCacheRule', ({ ecr }) =>
      ecr.send(
        new ValidatePullThroughCacheRuleCommand({ registryId: place.account, ecrRepositoryPrefix: rule.prefix }),
      ),
    );
    const failure = output?.failure ?? null;
    const isValid = output?.isValid === true;
    const observed = isValid ? `${rule.upstream} lets ECR in` : `not valid: ${failure ?? 'no reason given'}`;
    return { value: { isValid, failure }, evidence: [says(`rule ${rule.prefix}`, observed)] };
  },
});
