import { defineFact } from '../../reader.ts';

/** What keeps us from knowing what is there matters only where a rule may fetch it, and the other way around. */
export const importingRule = defineFact({
  name: 'importingRule',
  actions: ['ecr:DescribePullThroughCacheRules'],
  async read(reader) {
    const [repository, image] = await Promise.all([reader.learn('repository'), reader.learn('image')]);
    if (repository.known && repository.value !== null && image.known && image.value !== null) {
      return { value: null, evidence: [] };
    }
    const { value, evidence } = await reader.needSeen('pullThroughRule');
    if (value !== null) await Promise.all([reader.need('repository'), reader.need('image')]);
    return { value, evidence };
  },
});
