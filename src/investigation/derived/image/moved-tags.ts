import type { Timestamp } from '../../../domain/aws.ts';
import { HISTORY_DAYS, type Push } from '../../../domain/facts/history.ts';
import type { MovedTag, Repository } from '../../../domain/facts/registry.ts';
import { defineDerived, known } from '../define-derived.ts';

const DAY_MS = 86_400_000;

export const movedTags = defineDerived({
  name: 'movedTags',
  from: ['repository', 'pushes'],
  async derive(learn, { reportedAt }) {
    const repository = await learn('repository');
    if (!repository.known) return repository;
    if (repository.value === null) return known([], []);
    const pushes = await learn('pushes');
    if (!pushes.known) return pushes;
    return known(movedIn(repository.value, pushes.value, reportedAt), pushes.evidence);
  },
});

/** What was pushed once into a repository that is older than CloudTrail's memory may have been pushed before. */
function movedIn({ createdAt }: Repository, pushes: readonly Push[], now: Timestamp): readonly MovedTag[] {
  const isOnRecord = Date.parse(createdAt) > Date.parse(now) - HISTORY_DAYS * DAY_MS;
  return countByTag(pushes).filter(({ tag, pushes: count }) => count > 1 || (!isOnRecord && isName(tag)));
}

/** How often each tag was pushed, and when last; `pushes` come newest first, tags come back in the order of their names. */
export function countByTag(pushes: readonly Push[]): readonly MovedTag[] {
  const byTag = new Map<string, MovedTag>();
  for (const { tag, at } of pushes) {
    if (tag === null) continue;
    const seen = byTag.get(tag);
    // The newest push comes first.
    byTag.set(tag, { tag, pushes: (seen?.pushes ?? 0) + 1, lastPushedAt: seen?.lastPushedAt ?? at });
  }
  return [...byTag.values()].toSorted((a, b) => a.tag.localeCompare(b.tag));
}

/**
 * Whether a tag reads as a name, `stable` or `prod-eu`, and not as a version or a commit. One push says nothing of what
 * the tag named before CloudTrail's memory begins, and an image that lost its tag does not tell that it had it. Names
 * are made to be moved, so one of these counts as moved; versions count as new, for else no repository in use could
 * ever be protected.
 */
function isName(tag: string): boolean {
  return !/\d/.test(tag);
}
