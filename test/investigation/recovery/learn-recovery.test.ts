import { expect, it } from 'vitest';
import type { Conclusion } from '../../../src/domain/diagnosis.ts';
import type { Facts } from '../../../src/domain/facts.ts';
import { learnRecovery } from '../../../src/investigation/recovery/learn-recovery.ts';
import { aFinding } from '../../support/a-finding.ts';
import { anIncident } from '../../support/an-incident.ts';
import { aCopy, aWorkload } from '../../support/facts.ts';
import { aGap, FakeFactSource } from '../../support/fake-fact-source.ts';

const MISSING = aFinding({ check: 'missing-image', verdict: 'fail', answer: 'missing' });
const EXPLAINED: Conclusion = {
  kind: 'explained',
  certainty: 'confirmed',
  cause: MISSING,
  because: [],
  follows: [],
  alsoWrong: [],
  unknown: [],
};
const FACTS: Partial<Facts> = {
  image: null,
  images: [],
  imageElsewhere: [aCopy()],
  replications: [],
  pushes: [],
  removals: [],
  frozenImage: null,
  lastGoodImage: null,
  workload: aWorkload(),
};

const noBug = (check: string, error: unknown): void => expect.unreachable(`${check}: ${String(error)}`);
const learn = (conclusion: Conclusion, source: FakeFactSource, onBug = noBug) =>
  learnRecovery(conclusion, source, anIncident(), onBug);

it.each([
  ['the cause', EXPLAINED],
  ['what would stop the pull now', { kind: 'would-fail-now', says: 'It is gone now.', next: MISSING, alsoWrong: [] }],
] as const)('plans for %s', async (_title, conclusion) => {
  expect(await learn(conclusion, new FakeFactSource(FACTS))).toMatchObject([{ kind: 'copy-from' }]);
});

it.each([
  ['another cause', { ...EXPLAINED, cause: aFinding({ check: 'denied-pull', verdict: 'fail' }) }],
  ['no cause', { kind: 'would-pull-now', says: 'It would pull now.', alsoWrong: [] }],
] as const)('asks AWS nothing for %s', async (_title, conclusion) => {
  const source = new FakeFactSource(FACTS);
  expect(await learn(conclusion, source)).toEqual([]);
  expect(source.asked).toEqual([]);
});

it('leaves out what could not be learned, and plans with the rest', async () => {
  const source = new FakeFactSource({ ...FACTS, imageElsewhere: [] }, [aGap('images'), aGap('pushes')]);
  expect(await learn(EXPLAINED, source)).toMatchObject([
    { kind: 'rebuild', says: expect.stringMatching(/could not be read \(.* was denied .*\): build it anew/) },
  ]);
});

it('costs the plan alone when it crashes', async () => {
  const bugs: string[] = [];
  const onBug = (check: string): number => bugs.push(check);
  expect(await learn(EXPLAINED, new FakeFactSource({}), onBug)).toEqual([]);
  expect(bugs).toEqual(['plan-recovery']);
});
