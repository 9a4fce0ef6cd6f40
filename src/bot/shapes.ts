import type { Timestamp } from '../domain/aws.ts';
import type { Fix, FixOutcome } from '../domain/fix.ts';
import type { Incident } from '../domain/incident.ts';
import type { Conversation, Person } from '../slack/ports.ts';
import type { KeptDiagnosis } from './kept-diagnosis.ts';

/** A pull to diagnose, and where to tell of it. */
export interface DiagnosisJob {
  readonly incident: Incident;
  readonly conversation: Conversation;
  /** Which AWS was looked at, where there are several. */
  readonly scene?: string;
}

/** What somebody asked to have changed. */
export interface RequestJob {
  readonly diagnosisId: string;
  readonly incident: Incident;
  readonly fix: Fix;
  readonly requester: Person;
  readonly requestedAt: Timestamp;
  readonly conversation: Conversation;
  readonly approvers: readonly string[];
}

export interface DecisionJob {
  readonly kind: 'approve' | 'reject';
  readonly by: Person;
  readonly at: Timestamp;
}

/** Everything that the bot remembers, as the queue keeps it. */
export interface BotShapes {
  readonly diagnosis: { readonly data: DiagnosisJob; readonly result: KeptDiagnosis };
  readonly request: { readonly data: RequestJob };
  /** The outcome of an approved fix; `null` for one that was rejected. */
  readonly decision: { readonly data: DecisionJob; readonly result: FixOutcome | null };
}
