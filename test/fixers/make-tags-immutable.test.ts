import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TAG_MUTABILITIES, type MovedTag, type Repository } from '../../src/domain/facts/registry.ts';
import { makeTagsImmutable } from '../../src/fixers/make-tags-immutable.ts';
import { matchesTagFilter } from '../../src/semantics/tag-filter.ts';
import { aFinding } from '../support/a-finding.ts';
import { anImage, anIncident } from '../support/an-incident.ts';
import { aRepository } from '../support/facts.ts';

const moved = (...tags: string[]): MovedTag[] =>
  tags.map((tag) => ({ tag, pushes: 9, lastPushedAt: '2026-03-01T00:00:00Z' }));

function plan(
  repository: Repository,
  tags: readonly string[] = [],
  tag = 'v2.1.0',
  repositoryManager: string | null = null,
) {
  const facts = { repository, movedTags: moved(...tags), repositoryManager };
  return makeTagsImmutable.plan(aFinding(), facts, anIncident({ image: anImage({ tag }) }));
}

describe('makeTagsImmutable', () => {
  it('protects every tag when none is ever overwritten', () => {
    const fix = plan(aRepository({ tagMutability: 'MUTABLE' }));
    expect(fix?.calls).toEqual([
      {
        action: 'ecr:PutImageTagMutability',
        place: { account: '123456789012', region: 'us-east-1' },
        resource: 'arn:aws:ecr:us-east-1:123456789012:repository/shop/api',
        input: { registryId: '123456789012', repositoryName: 'shop/api', imageTagMutability: 'IMMUTABLE' },
      },
    ]);
    expect(fix?.kind).toBe('prevent');
  });

  it('keeps mutable what somebody overwrites', () => {
    const fix = plan(aRepository({ tagMutability: 'MUTABLE' }), ['latest', 'main']);
    expect(fix?.calls[0].input).toMatchObject({
      imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
      imageTagMutabilityExclusionFilters: [
        { filterType: 'WILDCARD', filter: 'latest' },
        { filterType: 'WILDCARD', filter: 'main' },
      ],
    });
    expect(fix?.blastRadius).toContain('`latest` and `main` were overwritten');
  });

  it('keeps mutable what may have been overwritten, and says no more than it knows', () => {
    const repository = aRepository({ tagMutability: 'MUTABLE' });
    const [latest] = moved('latest');
    if (latest === undefined) throw new Error('one tag moved');
    const facts = { repository, movedTags: [latest, { ...latest, tag: 'stable', pushes: 1 }], repositoryManager: null };
    const fix = makeTagsImmutable.plan(aFinding(), facts, anIncident());
    expect(fix?.after.fields).toMatchObject({ exclusionFilters: ['latest', 'stable'] });
    expect(fix?.blastRadius).toContain('`latest` was overwritten in the last 90 days and `stable` may have been');
  });

  it('does not call a tag safe that is overwritten more rarely than CloudTrail remembers', () => {
    const { blastRadius } = plan(aRepository({ tagMutability: 'MUTABLE' })) ?? {};
    expect(blastRadius).toContain('No tag is known to have been overwritten in the last 90 days.');
    expect(blastRadius).toContain('more rarely');
  });

  it('compares filters as a set: ECR may list them in another order', () => {
    const listed = (...exclusionFilters: string[]) =>
      makeTagsImmutable.snapshot({
        repository: aRepository({ tagMutability: 'IMMUTABLE_WITH_EXCLUSION', exclusionFilters }),
        movedTags: [],
        repositoryManager: null,
      });
    expect(listed('b', 'a')).toEqual(listed('a', 'b'));
    expect(listed('a')).not.toEqual(listed('a', 'b'));
  });

  it('adds to filters that protect, and keeps them', () => {
    const fix = plan(aRepository({ tagMutability: 'MUTABLE_WITH_EXCLUSION', exclusionFilters: ['release-*'] }));
    expect(fix?.after.fields).toEqual({
      tagMutability: 'MUTABLE_WITH_EXCLUSION',
      exclusionFilters: ['release-*', 'v*'],
    });
  });

  it.each([
    ['the tags are protected already', aRepository({ tagMutability: 'IMMUTABLE' }), []],
    [
      'they are protected with exceptions',
      aRepository({ tagMutability: 'IMMUTABLE_WITH_EXCLUSION', exclusionFilters: ['latest'] }),
      [],
    ],
    [
      'more tags move than ECR has filters for',
      aRepository({ tagMutability: 'MUTABLE' }),
      ['a', 'b', 'c', 'd', 'e', 'f'],
    ],
    [
      'the family of the tag is itself overwritten',
      aRepository({ tagMutability: 'MUTABLE_WITH_EXCLUSION', exclusionFilters: ['x'] }),
      ['v9'],
    ],
    [
      'no filter is left',
      aRepository({ tagMutability: 'MUTABLE_WITH_EXCLUSION', exclusionFilters: ['a', 'b', 'c', 'd', 'e'] }),
      [],
    ],
  ])('has no plan when %s', (_why, repository, tags) => {
    expect(plan(repository, tags)).toBeNull();
  });

  it('warns of the tool that would put it back', () => {
    expect(
      plan(aRepository({ tagMutability: 'MUTABLE' }), [], 'v1', 'CloudFormation stack shop')?.blastRadius,
    ).toContain('managed by CloudFormation stack shop');
  });

  const tag = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,11}$/);
  const filter = fc.oneof(
    tag,
    tag.map((text) => `${text}*`),
  );
  const isLocked = (state: { tagMutability: string; exclusionFilters: readonly string[] }, name: string): boolean =>
    state.exclusionFilters.some((each) => matchesTagFilter(each, name)) !== state.tagMutability.startsWith('IMMUTABLE');

  it('never unlocks a tag, never locks one that moves, and undoes exactly', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TAG_MUTABILITIES),
        fc.uniqueArray(filter, { maxLength: 5 }),
        fc.uniqueArray(tag, { maxLength: 6 }),
        tag,
        tag,
        (mode, filters, moving, asked, other) => {
          const exclusionFilters = mode.endsWith('EXCLUSION') ? filters : [];
          const before = { tagMutability: mode, exclusionFilters };
          const movable = moving.filter((name) => !isLocked(before, name));
          const fix = plan(aRepository(before), movable, asked);
          if (fix === null) return;
          const after = fix.after.fields as unknown as typeof before;
          if (isLocked(before, other)) expect(isLocked(after, other)).toBe(true);
          for (const name of movable) expect(isLocked(after, name)).toBe(false);
          expect(isLocked(after, asked) || movable.includes(asked)).toBe(true);
          expect(after.exclusionFilters.length).toBeLessThanOrEqual(5);
          expect(fix.undo?.[0].input).toMatchObject({ imageTagMutability: mode });
          expect(fix.before.fields).toEqual({ ...before, exclusionFilters: exclusionFilters.toSorted() });
        },
      ),
    );
  });
});
