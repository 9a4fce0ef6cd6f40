import { closestTo } from '../../../domain/facts/cache.ts';
import { defineFact } from '../../reader.ts';
import { registryOf } from '../../registry-place.ts';

export const pullThroughRule = defineFact({
  name: 'pullThroughRule',
  actions: ['ecr:DescribePullThroughCacheRules'],
  async read(reader) {
    const { image } = registryOf(reader);
    const { value: rules, evidence } = await reader.needSeen('pullThroughRules');
    const value = closestTo(image.repository, rules);
    const observed = value === null ? 'no pull through cache rule covers it' : `cached from ${value.upstream}`;
    return { value, evidence: evidence.map((each) => ({ ...each, subject: image.repository, observed })) };
  },
});
