import type { ApiCall, Fix, Fixer, StateSnapshot } from '../domain/fix.ts';
import type { MovedTag, Repository, TagMutability } from '../domain/facts/registry.ts';
import { listOf } from '../lib/plural.ts';
import { matchesTagFilter } from '../semantics/tag-filter.ts';

/** ECR takes at most five filters (PutImageTagMutability, API reference). */
const MOST_FILTERS = 5;

interface Mutability {
  readonly tagMutability: TagMutability;
  readonly exclusionFilters: readonly string[];
}

/**
 * Protects tags from being overwritten without breaking whoever overwrites some of them on purpose: tags that CloudTrail
 * saw overwritten, or may have missed being overwritten, stay mutable. Filters that somebody set are kept.
 */
export const makeTagsImmutable: Fixer<'repository' | 'movedTags' | 'repositoryManager'> = {
  id: 'make-tags-immutable',
  check: 'mutable-tags',
  needs: ['repository', 'movedTags', 'repositoryManager'],

  snapshot: ({ repository }) => (repository === null ? undefined : snapshotOf(repository)),

  plan(_finding, { repository, movedTags, repositoryManager }, { image }): Fix | null {
    if (repository === null) return null;
    const moved = movedTags.map(({ tag }) => tag);
    const target = protectedState(repository, moved, image.tag);
    if (target === null) return null;
    return {
      id: 'make-tags-immutable',
      check: 'mutable-tags',
      kind: 'prevent',
      title: titleOf(repository, target),
      effect: effectOf(target),
      blastRadius: blastRadiusOf(movedTags, repositoryManager),
      widensAccess: false,
      calls: [putMutability(repository, target)],
      undo: [putMutability(repository, repository)],
      before: snapshotOf(repository),
      after: snapshotOf(target),
    };
  },
};

function protectedState(repository: Repository, moved: readonly string[], tag: string | undefined): Mutability | null {
  switch (repository.tagMutability) {
    case 'MUTABLE':
      if (moved.length === 0) return { tagMutability: 'IMMUTABLE', exclusionFilters: [] };
      return fits({ tagMutability: 'IMMUTABLE_WITH_EXCLUSION', exclusionFilters: moved });
    case 'MUTABLE_WITH_EXCLUSION': {
      // Here the filters name what is protected. Turning the mode around would unprotect exactly those tags.
      const family = tag === undefined ? null : tagFamily(tag);
      if (family === null || moved.some((each) => matchesTagFilter(family, each))) return null;
      return fits({
        tagMutability: 'MUTABLE_WITH_EXCLUSION',
        exclusionFilters: [...repository.exclusionFilters, family],
      });
    }
    case 'IMMUTABLE':
    case 'IMMUTABLE_WITH_EXCLUSION':
      return null;
  }
}

function fits(state: Mutability): Mutability | null {
  return state.exclusionFilters.length <= MOST_FILTERS ? state : null;
}

/** `v2.1.0` → `v*`, `release-7` → `release-*`; a tag without a word in front stands for itself. */
function tagFamily(tag: string): string {
  const word = /^[A-Za-z][A-Za-z._-]*(?=\d)/.exec(tag)?.[0];
  return word === undefined ? tag : `${word}*`;
}

/** The order of the filters means nothing, and ECR does not promise to keep it. */
function snapshotOf({ tagMutability, exclusionFilters }: Mutability): StateSnapshot {
  return { fact: 'repository', fields: { tagMutability, exclusionFilters: exclusionFilters.toSorted() } };
}

function putMutability(repository: Repository, state: Mutability): ApiCall {
  const filters = state.exclusionFilters.map((filter) => ({ filterType: 'WILDCARD', filter }));
  return {
    action: 'ecr:PutImageTagMutability',
    place: { account: repository.account, region: repository.region },
    resource: repository.arn,
    input: {
      registryId: repository.account,
      repositoryName: repository.name,
      imageTagMutability: state.tagMutability,
      ...(filters.length > 0 && { imageTagMutabilityExclusionFilters: filters }),
    },
  };
}

function titleOf(repository: Repository, target: Mutability): string {
  if (target.tagMutability === 'MUTABLE_WITH_EXCLUSION')
    return `Protect ${target.exclusionFilters.at(-1)} in ${repository.name}`;
  return `Make tags of ${repository.name} immutable`;
}

function effectOf({ tagMutability, exclusionFilters }: Mutability): string {
  const filters = listOf(exclusionFilters.map((filter) => `\`${filter}\``));
  if (tagMutability === 'IMMUTABLE')
    return 'No tag can be overwritten any more. Tags can still be deleted, by hand or by a lifecycle rule.';
  if (tagMutability === 'IMMUTABLE_WITH_EXCLUSION') return `No tag can be overwritten any more, except ${filters}.`;
  return `Tags that match ${filters} can no longer be overwritten; all others stay as they are.`;
}

function blastRadiusOf(moved: readonly MovedTag[], manager: string | null): string {
  const pushers =
    moved.length === 0
      ? 'No tag is known to have been overwritten in the last 90 days. A pipeline that overwrites one more rarely will get ImageTagAlreadyExistsException.'
      : `${overwritten(moved)}: ${moved.length === 1 ? 'it' : 'they'} can still be. A pipeline that overwrites another protected tag will get ImageTagAlreadyExistsException.`;
  if (manager === null) return pushers;
  return `${pushers} The repository is managed by ${manager}: its next run may put the old setting back.`;
}

/** What is known of the tags that move, and what is only feared. */
function overwritten(moved: readonly MovedTag[]): string {
  const sure = moved.filter(({ pushes }) => pushes > 1);
  const feared = moved.filter(({ pushes }) => pushes === 1);
  if (sure.length === 0) return `${named(feared)} may have been overwritten in the last 90 days`;
  const told = `${named(sure)} ${sure.length === 1 ? 'was' : 'were'} overwritten in the last 90 days`;
  return feared.length === 0 ? told : `${told} and ${named(feared)} may have been`;
}

function named(tags: readonly MovedTag[]): string {
  return listOf(tags.map(({ tag }) => `\`${tag}\``));
}
