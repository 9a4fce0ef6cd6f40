import { expect, test } from 'vitest';
import type { BotShapes, DiagnosisJob } from '../../src/bot/shapes.ts';
import { createTellRepeats } from '../../src/bot/tell-repeats.ts';
import type { DiagnosisRecord } from '../../src/jobs/index.ts';
import { IN_CHANNEL, IN_THREAD } from '../slack/support/a-story.ts';
import { INCIDENT } from '../slack/support/diagnoses.ts';
import { fakeLog, fakeSlack } from '../slack/support/fake-slack.ts';

type Kept = DiagnosisRecord<BotShapes>;

const AT = new Date(INCIDENT.reportedAt);
const asked = (conversation: DiagnosisJob['conversation']): DiagnosisJob => ({ incident: INCIDENT, conversation });

function kept(change: Partial<Kept> = {}): Kept {
  return {
    id: INCIDENT.id,
    data: asked(IN_THREAD),
    state: 'active',
    notes: {},
    result: null,
    failure: null,
    addedAt: AT,
    finishedAt: null,
    ...change,
  };
}

async function tell(job: Kept | null) {
  const slack = fakeSlack();
  const jobs = { findDiagnosis: () => Promise.resolve(job) };
  const tellRepeats = createTellRepeats(jobs, { clients: slack.clients, log: fakeLog().log });
  await tellRepeats({ data: { id: INCIDENT.id, count: 41 } });
  return slack.messages;
}

test.each<[string, Kept, string | null]>([
  ['in the thread of the question, though nothing is told there yet', kept({ state: 'waiting' }), IN_THREAD.threadTs],
  ['in the thread that was opened for it', kept({ data: asked(IN_CHANNEL), notes: { parentTs: '3.3' } }), '3.3'],
])('repetitions are told %s', async (_where, job, threadTs) => {
  expect(await tell(job)).toMatchObject([
    { channel: 'C1', thread_ts: threadTs, text: expect.stringMatching(/reported 41 more times since/) },
  ]);
});

test.each(['waiting', 'active'] as const)(
  'repetitions of a diagnosis that is %s are told later, when it has its thread',
  async (state) => {
    await expect(tell(kept({ data: asked(IN_CHANNEL), state }))).rejects.toThrow('has no thread yet');
  },
);

test.each<[string, Kept | null]>([
  ['that one person alone was told of', kept({ data: asked(IN_CHANNEL), state: 'done', notes: { isWhispered: true } })],
  ['that failed before it was told anywhere', kept({ data: asked(IN_CHANNEL), state: 'failed' })],
  ['that is kept no more', null],
])('nobody is told of repetitions of a diagnosis %s', async (_which, job) => {
  expect(await tell(job)).toEqual([]);
});
