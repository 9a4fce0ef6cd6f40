import { describe, expect, it } from 'vitest';
import { FIXERS } from '../../src/fixers/index.ts';
import { planFixes } from '../../src/investigation/plan-fixes.ts';
import { aFinding } from '../support/a-finding.ts';
import { anIncident } from '../support/an-incident.ts';
import { aRepository } from '../support/facts.ts';
import { aGap, FakeFactSource } from '../support/fake-fact-source.ts';

const MUTABLE = aRepository({ tagMutability: 'MUTABLE' });
const FACTS = { repository: MUTABLE, movedTags: [], repositoryManager: null };
const FAILED = aFinding({ check: 'mutable-tags', verdict: 'fail' });

const noBug = (what: string, error: unknown): never => expect.unreachable(`${what}: ${String(error)}`);

describe('planFixes', () => {
  it('plans what mends a check that failed', async () => {
    const fixes = await planFixes([FAILED], new FakeFactSource(FACTS), anIncident(), noBug);
    expect(fixes.map(({ id, check }) => [id, check])).toEqual([['make-tags-immutable', 'mutable-tags']]);
  });

  it.each(['pass', 'unknown', 'not-applicable'] as const)('asks nothing for a check that is %s', async (verdict) => {
    const source = new FakeFactSource(FACTS);
    expect(await planFixes([{ ...FAILED, verdict }], source, anIncident(), noBug)).toEqual([]);
    expect(source.asked).toEqual([]);
  });

  it('asks nothing for a failure that no fixer mends', async () => {
    const source = new FakeFactSource(FACTS);
    const finding = aFinding({ check: 'missing-repository', verdict: 'fail' });
    expect(await planFixes([finding], source, anIncident(), noBug)).toEqual([]);
    expect(source.asked).toEqual([]);
  });

  it('is silent where the fixer is not sure', async () => {
    const source = new FakeFactSource({ ...FACTS, repository: null });
    expect(await planFixes([FAILED], source, anIncident(), noBug)).toEqual([]);
  });

  it.each(FIXERS.flatMap(({ id, check, needs }) => needs.map((need) => [id, need, check] as const)))(
    '%s plans nothing when %s cannot be learned, and takes that for no bug',
    async (_id, need, check) => {
      const source = new FakeFactSource(FACTS, [aGap(need)]);
      expect(await planFixes([aFinding({ check, verdict: 'fail' })], source, anIncident(), noBug)).toEqual([]);
    },
  );

  it('loses one fix to a bug, and tells of it', async () => {
    const bugs: string[] = [];
    const fixes = await planFixes([FAILED], new FakeFactSource({}), anIncident(), (id) => bugs.push(id));
    expect(fixes).toEqual([]);
    expect(bugs).toEqual(['make-tags-immutable']);
  });
});
