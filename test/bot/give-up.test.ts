import { expect, test } from 'vitest';
import { foundNote } from '../../src/bot/found-note.ts';
import { createGiveUp } from '../../src/bot/give-up.ts';
import type { BotShapes, DecisionJob, RequestJob } from '../../src/bot/shapes.ts';
import { tookNote } from '../../src/bot/story-notes.ts';
import type { DecisionRecord, DiagnosisRecord, GivenUp, JobNotes, Jobs, RequestRecord } from '../../src/jobs/index.ts';
import { IN_THREAD, openStory } from '../slack/support/a-story.ts';
import { diagnosis, FIX, INCIDENT, NAMES } from '../slack/support/diagnoses.ts';
import { fakeLog, fakeSlack } from '../slack/support/fake-slack.ts';
import type { FakeSlack } from '../slack/support/fake-slack.ts';
import { anOldDiagnosis } from './an-old-diagnosis.ts';
import { ANN, BEN, verified } from './worked-desk.ts';

const AT = '2026-11-21T15:09:00Z';
const FAILED = {
  state: 'failed',
  result: null,
  failure: 'why',
  addedAt: new Date(AT),
  finishedAt: new Date(AT),
} as const;

const given = (kind: GivenUp['kind'], id: string): GivenUp => ({ kind, id, failure: 'the queue lost it.', at: AT });
const failedDiagnosis = (notes: JobNotes): DiagnosisRecord<BotShapes> => ({
  ...FAILED,
  id: INCIDENT.id,
  data: { incident: INCIDENT, conversation: IN_THREAD },
  notes,
});
const REQUEST: RequestRecord<RequestJob> = {
  id: 'f-1',
  data: {
    diagnosisId: INCIDENT.id,
    incident: INCIDENT,
    fix: FIX,
    requester: ANN,
    requestedAt: AT,
    conversation: IN_THREAD,
    approvers: [BEN.user],
  },
  expiresAt: new Date(AT),
  notes: {},
  expired: false,
};
const failedDecision = (kind: DecisionJob['kind'], notes: JobNotes = {}): DecisionRecord<BotShapes> => ({
  ...FAILED,
  id: 'f-1',
  decision: { kind, by: BEN, at: AT },
  notes,
});

/** What is kept of the work that failed; nothing unless a test says otherwise. */
type Kept = Pick<Jobs<BotShapes>, 'findDiagnosis' | 'findRequest' | 'findDecision'>;
const NOTHING: Kept = {
  findDiagnosis: () => Promise.resolve(null),
  findRequest: () => Promise.resolve(null),
  findDecision: () => Promise.resolve(null),
};

/** Gives it up, and again as after a crash that lost every note of the telling. */
async function giveUpTwice(slack: FakeSlack, data: GivenUp, kept: Partial<Kept>) {
  const toPng = () => Promise.reject(new Error('no picture is needed'));
  const desk = { clients: slack.clients, names: NAMES, log: fakeLog().log, toPng };
  const giveUp = createGiveUp({ ...NOTHING, ...kept }, desk);
  for (const attempt of [1, 2])
    await giveUp({
      id: 'failure',
      data,
      attempt,
      isLastAttempt: false,
      notes: {},
      remember: () => Promise.resolve(),
    });
  return slack.messages.map(({ metadata, text }) => [metadata?.event_type, text] as const);
}

const giveUpDiagnosis = (slack: FakeSlack, notes: JobNotes) =>
  giveUpTwice(slack, given('diagnosis', INCIDENT.id), { findDiagnosis: () => Promise.resolve(failedDiagnosis(notes)) });

test('a diagnosis that found nothing ends with words, once', async () => {
  const slack = fakeSlack();
  const { saved } = await openStory(slack);
  expect(await giveUpDiagnosis(slack, { ...saved() })).toEqual([
    ['ecr_why_progress', expect.stringMatching(/^I could not finish this/)],
    ['ecr_why_failure', expect.stringMatching(/^I could not find out why/)],
  ]);
});

test.each([
  ['now', diagnosis()],
  ['by an older version', anOldDiagnosis()],
])('what was found in time, %s, is told in place of that, once', async (_when, found) => {
  const slack = fakeSlack();
  const { saved } = await openStory(slack);
  const told = await giveUpDiagnosis(slack, { ...saved(), ...foundNote(found), ...tookNote(4_100) });
  expect(told).toEqual([
    ['ecr_why_progress', expect.stringMatching(/^Found the cause in 4 checks, 4\.1 s/)],
    ['ecr_why_verdict', expect.stringMatching(/^Repository `shop\/api` exists/)],
  ]);
});

test('a verdict that stands already is not told again', async () => {
  const slack = fakeSlack();
  const { teller, saved } = await openStory(slack);
  await teller.finish(diagnosis(), 4_100);
  const told = await giveUpDiagnosis(slack, { ...saved(), ...foundNote(diagnosis()), ...tookNote(4_100) });
  expect(told.map(([kind]) => kind)).toEqual(['ecr_why_progress', 'ecr_why_verdict']);
});

const giveUpFix = (decision: DecisionRecord<BotShapes>) =>
  giveUpTwice(fakeSlack(), given('decision', 'f-1'), {
    findRequest: () => Promise.resolve(REQUEST),
    findDecision: () => Promise.resolve(decision),
  });

test('an approved fix of which nobody knows how far it came is said to be so, once', async () => {
  const told = await giveUpFix(failedDecision('approve'));
  expect(told).toEqual([
    [
      'ecr_why_fix_outcome',
      expect.stringContaining('ecr-why failed while it applied this fix: the queue lost it. Look'),
    ],
  ]);
});

test('an approved fix that was found to work is told of as that', async () => {
  const told = await giveUpFix(failedDecision('approve', foundNote(verified(AT))));
  expect(told).toEqual([['ecr_why_fix_outcome', expect.stringContaining('cannot be overwritten')]]);
});

test('nothing is said of a rejected fix, nor of work that is kept no more', async () => {
  expect(await giveUpFix(failedDecision('reject'))).toEqual([]);
  expect(await giveUpTwice(fakeSlack(), given('diagnosis', 'why-gone'), {})).toEqual([]);
  expect(await giveUpTwice(fakeSlack(), given('decision', 'f-gone'), {})).toEqual([]);
});
