import { describe, expect, test } from 'vitest';
import { fixRequestOf } from '../../src/bot/fix-request.ts';
import { foundNote } from '../../src/bot/found-note.ts';
import type { BotShapes, DecisionJob, RequestJob } from '../../src/bot/shapes.ts';
import { undoOf } from '../../src/fixers/index.ts';
import type { Fix, FixOutcome, FixOutcomeKind } from '../../src/domain/fix.ts';
import type { DecisionRecord, RequestRecord } from '../../src/jobs/index.ts';
import type { FixState } from '../../src/slack/ports.ts';
import { FIX, INCIDENT } from '../slack/support/diagnoses.ts';

const ANN = { user: 'UANN', team: 'T1' };
const BEN = { user: 'UBEN', team: 'T1' };
const ASKED = '2026-11-21T15:00:00.000Z';
const DECIDED = '2026-11-21T15:05:00.000Z';
const DONE = '2026-11-21T15:06:00.000Z';
const AN_HOUR_LATER = '2026-11-21T16:06:00.000Z';
const EXPIRES = '2026-11-21T15:30:00.000Z';

const JOB: RequestJob = {
  diagnosisId: 'd-1',
  incident: INCIDENT,
  fix: FIX,
  requester: ANN,
  requestedAt: ASKED,
  conversation: { team: 'T1', channel: 'C1', threadTs: '1.1', user: 'UANN', responseUrl: null },
  approvers: ['S0ONCALL'],
};

function requestRecord(change: Partial<RequestRecord<RequestJob>> = {}): RequestRecord<RequestJob> {
  return { id: 'fix-1', data: JOB, expiresAt: new Date(EXPIRES), notes: {}, expired: false, ...change };
}

const APPROVED: DecisionJob = { kind: 'approve', by: BEN, at: DECIDED };

function decisionRecord(change: Partial<DecisionRecord<BotShapes>> = {}): DecisionRecord<BotShapes> {
  return {
    id: 'fix-1',
    decision: APPROVED,
    state: 'active',
    notes: {},
    result: null,
    failure: null,
    addedAt: new Date(DECIDED),
    finishedAt: null,
    ...change,
  };
}

const ended = (kind: FixOutcomeKind): FixOutcome => ({ kind, says: 'So it is.', at: DONE });

const finished = (outcome: FixOutcome, undoUntil: string | null): FixState => ({
  kind: 'finished',
  by: BEN,
  at: DECIDED,
  outcome,
  undoUntil,
});

describe('a fix request', () => {
  test('carries what was asked, and the place of its message once that is known', () => {
    const { incident: _incident, ...asked } = JOB;
    const request = { ...asked, id: 'fix-1', expiresAt: EXPIRES, messageTs: null, state: { kind: 'awaiting' } };
    expect(fixRequestOf(requestRecord(), null)).toEqual(request);
    expect(fixRequestOf(requestRecord({ notes: { messageTs: '1.2' } }), null)).toEqual({
      ...request,
      messageTs: '1.2',
    });
    expect(fixRequestOf(requestRecord({ notes: { messageTs: 12 } }), null)).toEqual(request);
  });

  test.each<[string, Partial<RequestRecord<RequestJob>>, DecisionRecord<BotShapes> | null, FixState]>([
    ['undecided', {}, null, { kind: 'awaiting' }],
    ['out of time', { expired: true }, null, { kind: 'expired', at: EXPIRES }],
    ['expired', { expired: true }, decisionRecord({ decision: { kind: 'expired' } }), { kind: 'expired', at: EXPIRES }],
    [
      'rejected',
      {},
      decisionRecord({ decision: { ...APPROVED, kind: 'reject' } }),
      { kind: 'rejected', by: BEN, at: DECIDED },
    ],
    ['approved and waiting', {}, decisionRecord({ state: 'waiting' }), { kind: 'approved', by: BEN, at: DECIDED }],
    ['being applied', {}, decisionRecord(), { kind: 'approved', by: BEN, at: DECIDED }],
    [
      'applied, and not yet told to all',
      {},
      decisionRecord({ notes: foundNote(ended('verified')) }),
      finished(ended('verified'), AN_HOUR_LATER),
    ],
    [
      'applied',
      {},
      decisionRecord({ state: 'done', result: ended('verified') }),
      finished(ended('verified'), AN_HOUR_LATER),
    ],
    [
      'applied, though it could not be told',
      {},
      decisionRecord({ state: 'failed', failure: 'Slack is away', notes: foundNote(ended('verified')) }),
      finished(ended('verified'), AN_HOUR_LATER),
    ],
  ])('that is %s says so', (_what, request, decision, state) => {
    expect(fixRequestOf(requestRecord(request), decision).state).toEqual(state);
  });

  test('that broke off is not called verified, and says why', () => {
    const broken = decisionRecord({ state: 'failed', failure: 'no memory', finishedAt: new Date(DONE) });
    expect(fixRequestOf(requestRecord(), broken).state).toMatchObject({
      kind: 'finished',
      outcome: { kind: 'not-verified', says: expect.stringContaining('no memory'), at: DONE },
      undoUntil: null,
    });
  });

  test.each<[string, Fix, FixOutcomeKind]>([
    ['was not verified', FIX, 'not-verified'],
    ['was refused', FIX, 'refused'],
    ['found another state', FIX, 'changed-meanwhile'],
    ['could not read the state', FIX, 'unreadable'],
    ['cannot be put back', { ...FIX, undo: null }, 'verified'],
    ['puts another back', undoOf(FIX) ?? FIX, 'verified'],
  ])('that %s offers no undo', (_what, fix, kind) => {
    const request = requestRecord({ data: { ...JOB, fix } });
    const state = fixRequestOf(request, decisionRecord({ state: 'done', result: ended(kind) })).state;
    expect(state).toEqual(finished(ended(kind), null));
  });
});
