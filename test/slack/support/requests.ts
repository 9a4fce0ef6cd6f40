import type { Fix, FixOutcomeKind } from '../../../src/domain/fix.ts';
import { drawFixPlan } from '../../../src/slack/blocks/fix-plan.ts';
import type { NextStep } from '../../../src/slack/blocks/fix-plan.ts';
import type { FixRequest, FixState } from '../../../src/slack/blocks/records.ts';
import { FIX, NAMES } from './diagnoses.ts';

const BEN = { user: 'UBEN', team: 'T1' };
export const AT = '2026-11-21T15:09:00Z';

export function request(state: FixState, change: Partial<FixRequest> = {}): FixRequest {
  return {
    id: 'r-1',
    diagnosisId: 'd-1',
    fix: FIX,
    requester: { user: 'UANN', team: 'T1' },
    requestedAt: AT,
    expiresAt: '2026-11-21T15:39:00Z',
    conversation: { team: 'T1', channel: 'C1', threadTs: '1.1', user: 'UANN', responseUrl: null },
    messageTs: '1.2',
    approvers: ['UBEN', 'S0ONCALL'],
    state,
    ...change,
  };
}

export const finished = (kind: FixOutcomeKind, undoUntil: string | null = null) =>
  ({
    kind: 'finished',
    by: BEN,
    at: AT,
    outcome: { kind, says: 'Tags of `shop/api` cannot be overwritten.', at: AT },
    undoUntil,
  }) as const;

export const STATES: readonly FixState[] = [
  { kind: 'awaiting' },
  { kind: 'approved', by: BEN, at: AT },
  { kind: 'rejected', by: BEN, at: AT },
  { kind: 'expired', at: AT },
  finished('verified'),
];
export function plan(next: NextStep, fix: Fix = FIX, production: readonly string[] = []) {
  return drawFixPlan({ fix, next, production, callbackId: 'request_fix', key: 'k', names: NAMES });
}

/** Everything that a picture holds, as text to search in. */
export function shown(picture: object): string {
  return JSON.stringify(picture);
}
