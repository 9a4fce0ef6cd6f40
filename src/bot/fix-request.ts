import type { Timestamp } from '../domain/aws.ts';
import type { FixOutcome } from '../domain/fix.ts';
import type { DecisionRecord, RequestRecord } from '../jobs/index.ts';
import type { FixRequest, FixState } from '../slack/ports.ts';
import { readFound } from './found-note.ts';
import type { BotShapes, DecisionJob, RequestJob } from './shapes.ts';

/** How long a fix can be put back from its message. */
const UNDO_MS = 60 * 60_000;

/** A request and its decision as the queue keeps them → how the request stands. */
export function fixRequestOf(
  request: RequestRecord<RequestJob>,
  decision: DecisionRecord<BotShapes> | null,
): FixRequest {
  const { diagnosisId, fix, requester, requestedAt, conversation, approvers } = request.data;
  const { messageTs } = request.notes;
  return {
    id: request.id,
    diagnosisId,
    fix,
    requester,
    requestedAt,
    conversation,
    approvers,
    expiresAt: request.expiresAt.toISOString(),
    messageTs: typeof messageTs === 'string' ? messageTs : null,
    state: stateOf(request, decision),
  };
}

function stateOf(request: RequestRecord<RequestJob>, record: DecisionRecord<BotShapes> | null): FixState {
  if (record === null)
    return request.expired ? { kind: 'expired', at: request.expiresAt.toISOString() } : { kind: 'awaiting' };
  const { decision } = record;
  if (decision.kind === 'expired') return { kind: 'expired', at: request.expiresAt.toISOString() };
  const { kind, by, at } = decision;
  if (kind === 'reject') return { kind: 'rejected', by, at };
  const outcome = outcomeOf(record);
  return outcome === null ? { kind: 'approved', by, at } : finished(request.data, decision, outcome);
}

/** What came of an approved fix; `null` while it is under way. */
function outcomeOf({ state, result, notes, failure, finishedAt }: DecisionRecord<BotShapes>): FixOutcome | null {
  const found = result ?? readFound<FixOutcome>(notes);
  if (found !== null || state !== 'failed') return found;
  return failedOutcome(failure ?? 'the reason is lost', (finishedAt ?? new Date(0)).toISOString());
}

/** What comes of a fix whose carrying out has failed for good: nobody knows how far it came. */
export function failedOutcome(failure: string, at: Timestamp): FixOutcome {
  const says = `ecr-why failed while it applied this fix: ${withoutFullStop(failure)}. Look at the setting before you try again.`;
  return { kind: 'not-verified', says, at };
}

function withoutFullStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

export function finished({ fix }: RequestJob, { by, at }: DecisionJob, outcome: FixOutcome): FixState {
  const canUndo = outcome.kind === 'verified' && fix.kind !== 'undo' && fix.undo !== null;
  const undoUntil = canUndo ? new Date(Date.parse(outcome.at) + UNDO_MS).toISOString() : null;
  return { kind: 'finished', by, at, outcome, undoUntil };
}
