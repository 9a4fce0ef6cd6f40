import type { TagMutability } from '../../../domain/facts/registry.ts';
import { defineDerived, known } from '../define-derived.ts';
import { countByTag } from './moved-tags.ts';

const MUTABLE: ReadonlySet<TagMutability | undefined> = new Set(['MUTABLE', 'MUTABLE_WITH_EXCLUSION']);

/** Nothing is asked where tags are protected. That CloudTrail is silent to us leaves the rest of the answer whole. */
export const repushedTags = defineDerived({
  name: 'repushedTags',
  from: ['repository', 'pushes'],
  async derive(learn) {
    const repository = await learn('repository');
    if (!repository.known) return repository;
    if (!MUTABLE.has(repository.value?.tagMutability)) return known([], []);
    const pushes = await learn('pushes');
    if (!pushes.known) return known('unknown', []);
    return known(
      countByTag(pushes.value).filter(({ pushes: count }) => count > 1),
      pushes.evidence,
    );
  },
});
