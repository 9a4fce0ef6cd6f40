import { describe, expect, it } from 'vitest';
import type { Repository } from '../../src/domain/facts/registry.ts';
import type { Fix } from '../../src/domain/fix.ts';
import { undoOf } from '../../src/fixers/index.ts';
import { makeTagsImmutable } from '../../src/fixers/make-tags-immutable.ts';
import { carryOutFix, type Workshop } from '../../src/investigation/carry-out-fix.ts';
import { aFinding } from '../support/a-finding.ts';
import { anIncident } from '../support/an-incident.ts';
import { aGap, FakeFactSource } from '../support/fake-fact-source.ts';
import { aRepository } from '../support/facts.ts';

const MUTABLE = aRepository({ tagMutability: 'MUTABLE' });

function planned(): Fix {
  const fix = makeTagsImmutable.plan(
    aFinding(),
    { repository: MUTABLE, movedTags: [], repositoryManager: null },
    anIncident(),
  );
  if (fix === null) throw new Error('the fixer had no plan');
  return fix;
}

/** A registry of one repository that takes what is sent to it, unless it refuses. */
class Registry {
  readonly sent: unknown[] = [];
  repository: Repository | null;
  refuses: string | null = null;
  takes = true;
  mayHaveSent = false;

  constructor(repository: Repository | null) {
    this.repository = repository;
  }

  get workshop(): Workshop {
    return {
      freshSource: () => new FakeFactSource({ repository: this.repository, repushedTags: [] }),
      send: (calls) => {
        if (this.refuses !== null) return Promise.resolve({ refused: this.refuses });
        this.sent.push(...calls.map(({ input }) => input));
        const mode = calls[0].input['imageTagMutability'];
        if (this.takes && this.repository !== null && (mode === 'IMMUTABLE' || mode === 'MUTABLE')) {
          this.repository = { ...this.repository, tagMutability: mode };
        }
        return Promise.resolve({ refused: null });
      },
      now: () => '2026-03-03T03:10:00.000Z',
      mayHaveSent: this.mayHaveSent,
      onBug: (check, error) => expect.unreachable(`${check}: ${String(error)}`),
    };
  }
}

describe('carryOutFix', () => {
  it('sends exactly what the plan showed, and the check passes', async () => {
    const registry = new Registry(MUTABLE);
    const fix = planned();
    const outcome = await carryOutFix(fix, anIncident(), registry.workshop);
    expect(outcome).toEqual({
      kind: 'verified',
      says: 'Tags of `shop/api` cannot be overwritten.',
      at: '2026-03-03T03:10:00.000Z',
    });
    expect(registry.sent).toEqual(fix.calls.map(({ input }) => input));
  });

  it('sends nothing when the state is no longer the one of the plan', async () => {
    const registry = new Registry({ ...MUTABLE, tagMutability: 'MUTABLE_WITH_EXCLUSION', exclusionFilters: ['v*'] });
    expect((await carryOutFix(planned(), anIncident(), registry.workshop)).kind).toBe('changed-meanwhile');
    expect(registry.sent).toEqual([]);
  });

  it('sends nothing when the thing is gone', async () => {
    const registry = new Registry(null);
    expect((await carryOutFix(planned(), anIncident(), registry.workshop)).kind).toBe('changed-meanwhile');
    expect(registry.sent).toEqual([]);
  });

  it('sends nothing when the state cannot be read', async () => {
    const registry = new Registry(MUTABLE);
    const blind = { ...registry.workshop, freshSource: () => new FakeFactSource({}, [aGap('repository')]) };
    const outcome = await carryOutFix(planned(), anIncident(), blind);
    expect(outcome.kind).toBe('unreadable');
    expect(outcome.says).toContain('was denied `ecr:DescribeImages`');
    expect(registry.sent).toEqual([]);
  });

  it('sends nothing twice: a re-run after a crash finds its own work and verifies it', async () => {
    const registry = new Registry({ ...MUTABLE, tagMutability: 'IMMUTABLE' });
    registry.mayHaveSent = true;
    expect((await carryOutFix(planned(), anIncident(), registry.workshop)).kind).toBe('verified');
    expect(registry.sent).toEqual([]);
  });

  it('claims nothing that somebody else did', async () => {
    const registry = new Registry({ ...MUTABLE, tagMutability: 'IMMUTABLE' });
    expect(await carryOutFix(planned(), anIncident(), registry.workshop)).toMatchObject({
      kind: 'changed-meanwhile',
      says: expect.stringContaining('Nothing had to be changed'),
    });
    expect(registry.sent).toEqual([]);
  });

  it('tells why AWS refused', async () => {
    const registry = new Registry(MUTABLE);
    registry.refuses = 'AccessDeniedException: no';
    expect(await carryOutFix(planned(), anIncident(), registry.workshop)).toMatchObject({
      kind: 'refused',
      says: 'AWS refused the change: AccessDeniedException: no',
    });
  });

  it('believes what it reads, in whatever order ECR lists it', async () => {
    const fix = makeTagsImmutable.plan(
      aFinding(),
      {
        repository: MUTABLE,
        movedTags: ['latest', 'main'].map((tag) => ({ tag, pushes: 2, lastPushedAt: '2026-03-01T00:00:00Z' })),
        repositoryManager: null,
      },
      anIncident(),
    );
    if (fix === null) throw new Error('the fixer had no plan');
    const state = { tagMutability: 'IMMUTABLE_WITH_EXCLUSION', exclusionFilters: ['main', 'latest'] } as const;
    const registry = new Registry({ ...MUTABLE, ...state });
    registry.mayHaveSent = true;
    expect((await carryOutFix(fix, anIncident(), registry.workshop)).kind).toBe('verified');
    expect(registry.sent).toEqual([]);
  });

  it('never claims success that it does not see', async () => {
    const registry = new Registry(MUTABLE);
    registry.takes = false;
    expect((await carryOutFix(planned(), anIncident(), registry.workshop)).kind).toBe('not-verified');
  });

  it('undoes by the exact inverse, and a second undo would be the fix again', async () => {
    const registry = new Registry({ ...MUTABLE, tagMutability: 'IMMUTABLE' });
    const undo = undoOf(planned());
    if (undo === null) throw new Error('this fix can be undone');
    expect(await carryOutFix(undo, anIncident(), registry.workshop)).toMatchObject({ kind: 'verified' });
    expect(registry.repository).toEqual(MUTABLE);
    expect(undoOf(undo)?.calls).toEqual(planned().calls);
  });
});
