import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../../src/domain/facts.ts';
import type { Push } from '../../../../src/domain/facts/history.ts';
import { withDerivedFacts } from '../../../../src/investigation/derived-facts.ts';
import { anIncident } from '../../../support/an-incident.ts';
import { aRepository } from '../../../support/facts.ts';
import { aGap, FakeFactSource } from '../../../support/fake-fact-source.ts';
import { aPush } from '../../../support/history.ts';

const pushed = (tag: string | null, ...days: number[]): Push[] =>
  days.map((day) => aPush({ tag, at: `2026-02-${String(day).padStart(2, '0')}T00:00:00Z` }));

const learn = (
  name: 'movedTags' | 'repushedTags',
  facts: Partial<Facts>,
  gaps: ConstructorParameters<typeof FakeFactSource>[1] = [],
) => withDerivedFacts(new FakeFactSource(facts, gaps)).learn(name, anIncident());

const repository = aRepository({ tagMutability: 'MUTABLE' });

describe('movedTags', () => {
  it('names tags that were pushed more than once, with their newest push', async () => {
    const pushes = [...pushed('latest', 20, 10, 5), ...pushed('v2.1.0', 9), ...pushed(null, 8, 7)];
    expect(await learn('movedTags', { repository, pushes })).toMatchObject({
      value: [{ tag: 'latest', pushes: 3, lastPushedAt: '2026-02-20T00:00:00Z' }],
    });
  });

  it.each([
    ['stable', true],
    ['prod-eu', true],
    ['v2.2.0', false],
    ['2026.10', false],
    ['3f9c1d7', false],
  ])('takes %s, pushed once into a repository older than the trail, for what its name says', async (tag, isMoved) => {
    const learned = await learn('movedTags', { repository, pushes: pushed(tag, 20) });
    expect(learned).toMatchObject({ value: isMoved ? [{ tag, pushes: 1 }] : [] });
  });

  it('takes what was pushed once for new where the whole life of the repository is on record', async () => {
    const young = aRepository({ createdAt: '2026-02-01T00:00:00.000Z' });
    expect(await learn('movedTags', { repository: young, pushes: pushed('stable', 20) })).toMatchObject({ value: [] });
  });

  it('asks no trail without a repository', async () => {
    expect(await learn('movedTags', { repository: null })).toMatchObject({ value: [] });
  });

  it('is a gap where the pushes are', async () => {
    const learned = await learn('movedTags', { repository }, [aGap('pushes')]);
    expect(learned).toMatchObject({ known: false, gap: { fact: 'movedTags', reason: 'denied' } });
  });
});

describe('repushedTags', () => {
  it('leaves out what was pushed once, whatever its name', async () => {
    const pushes = [...pushed('latest', 20, 10), ...pushed('stable', 9)];
    expect(await learn('repushedTags', { repository, pushes })).toMatchObject({
      value: [{ tag: 'latest', pushes: 2 }],
    });
  });

  it.each(['IMMUTABLE', 'IMMUTABLE_WITH_EXCLUSION'] as const)(
    'asks no trail where tags are %s',
    async (tagMutability) => {
      const learned = await learn('repushedTags', { repository: aRepository({ tagMutability }) });
      expect(learned).toMatchObject({ value: [] });
    },
  );

  it('is unknown, not a gap, where CloudTrail cannot be read', async () => {
    expect(await learn('repushedTags', { repository }, [aGap('pushes')])).toMatchObject({ value: 'unknown' });
  });
});
