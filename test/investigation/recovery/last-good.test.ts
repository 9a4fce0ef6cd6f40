import { expect, it } from 'vitest';
import type { LastGoodImage } from '../../../src/domain/facts/puller.ts';
import { planRecovery } from '../../../src/investigation/recovery/plan-recovery.ts';
import type { RecoveryFacts } from '../../../src/investigation/recovery/recovery-facts.ts';
import { aFinding } from '../../support/a-finding.ts';
import { anIncident, HOST } from '../../support/an-incident.ts';
import { aWorkload } from '../../support/facts.ts';
import { aGap } from '../../support/fake-fact-source.ts';

const DIGEST = `sha256:${'c3'.repeat(32)}`;
const TASK_DEFINITION = 'arn:aws:ecs:us-east-1:444455556666:task-definition/checkout:6';
const GOOD: LastGoodImage = {
  digest: DIGEST,
  image: `${HOST}/shop/api:v2.0.9`,
  taskDefinition: TASK_DEFINITION,
  deployedAt: '2026-02-01T10:00:00.000Z',
  tags: ['v2.0.9'],
};
const NOTHING: RecoveryFacts = { image: null, images: [], imageElsewhere: [], workload: aWorkload() };
const MISSING = aFinding({ check: 'missing-image', verdict: 'fail', answer: 'missing' });
const plan = (good: LastGoodImage) =>
  planRecovery(MISSING, [], { ...NOTHING, pushes: [], removals: [], lastGoodImage: good }, anIncident());

it('goes back to the task definition of the last good deployment', () => {
  const [way, next] = plan(GOOD);
  expect(way?.says).toContain('run `v2.0.9`, which the service was deployed with at 2026-02-01T10:00:00.000Z');
  expect(way).toMatchObject({
    kind: 'roll-back',
    byHand: [expect.stringContaining(`--task-definition ${TASK_DEFINITION}`)],
  });
  expect(next).toMatchObject({ kind: 'rebuild' });
});

it.each([
  ['its tag has been moved', { ...GOOD, tags: ['stable'] }],
  ['its tag is gone', { ...GOOD, tags: [] }],
  ['its task definition is the one of today', { ...GOOD, taskDefinition: aWorkload().taskDefinition }],
])('names the digest when %s, and no command that would bring another image', (_what, good) => {
  const [way] = plan(good);
  expect(way?.says).toContain('the task definition must name it so');
  expect(way?.byHand).toEqual([]);
});

it('says how far history was read, where that is not far enough', () => {
  const read = { count: 1_000, what: 'PolicyExecutionEvent', backTo: '2026-02-28T03:00:00.000Z' };
  const gap = aGap('removals', { reason: 'too-much', action: 'cloudtrail:LookupEvents', read });
  const [way] = planRecovery(MISSING, [], NOTHING, anIncident(), [gap]);
  expect(way?.says).toContain('I read the newest 1,000 of `PolicyExecutionEvent`, back to 2026-02-28T03:00:00.000Z');
});
