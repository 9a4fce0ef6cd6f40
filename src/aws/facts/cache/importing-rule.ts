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
    if (value === null) return { value, evidence };
    // That nothing is cached yet is said with it, so it is proof as well.
    const absent = [await reader.needSeen('repository'), await reader.needSeen('image')];
    return { value, evidence: [...evidence, ...absent.flatMap((each) => each.evidence)] };
  },
});
