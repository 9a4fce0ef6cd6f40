import { closestTo, ROOT_PREFIX } from '../../../domain/facts/cache.ts';
import { defineFact } from '../../reader.ts';
import { registryOf } from '../../registry-place.ts';
import { askForRules } from './pull-through-rules.ts';

export const rulesElsewhere = defineFact({
  name: 'rulesElsewhere',
  actions: ['ecr:DescribePullThroughCacheRules'],
  async read(reader) {
    const { image, place } = registryOf(reader);
    const regions = reader.identities.account(place.account)?.regions ?? [];
    const others = regions.filter((region) => region !== place.region);
    const answers = await Promise.all(
      others.map(async (region) => ({ region, ...(await askForRules(reader, { ...place, region })) })),
    );
    const found = answers.flatMap(({ region, output, says }) => {
      const rule = closestTo(image.repository, output ?? []);
      // A rule for whatever nobody else covers says nothing of this name.
      return rule === null || rule.prefix === ROOT_PREFIX ? [] : [{ region, rule, says }];
    });
    return {
      value: found.map(({ region, rule }) => ({ region, rule })),
      evidence: found.map(({ rule, says }) => says(image.repository, `rule ${rule.prefix} would cover it here`)),
    };
  },
});
