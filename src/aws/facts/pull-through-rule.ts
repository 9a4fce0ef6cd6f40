import { closestTo } from '../../domain/cache-facts.ts';
import { defineFact } from '../reader.ts';
import { registryOf } from '../registry-place.ts';

export const pullThroughRule = defineFact({
  name: 'pullThroughRule',
  actions: ['ecr:DescribePullThroughCacheRules'],
  async read(reader) {
    const { image } = registryOf(reader);
    const rules = await reader.learn('pullThroughRules');
    const value = closestTo(image.repository, await reader.need('pullThroughRules'));
    const observed = value === null ? 'no pull through cache rule covers it' : `cached from ${value.upstream}`;
    const evidence = rules.known ? rules.evidence : [];
    return { value, evidence: evidence.map((each) => ({ ...each, subject: image.repository, observed })) };
  },
});
