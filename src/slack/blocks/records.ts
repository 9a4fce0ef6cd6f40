import type { Timestamp } from '../../domain/aws.ts';
import type { Fix, FixOutcome } from '../../domain/fix.ts';

/** A member of a workspace, as Slack names them. */
export interface Person {
  /** `U…` or `W…`. */
  readonly user: string;
  /** The workspace they belong to, which in a shared channel need not be ours. */
  readonly team: string;
}

/** Where in Slack a story is told. Plain JSON: it is saved with the job. */
export interface Conversation {
  readonly team: string;
  readonly channel: string;
  /** The thread to answer in; `null` when the story has to open one with a message of its own. */
  readonly threadTs: string | null;
  /** Who asked; `null` when a message was seen and nobody asked. */
  readonly user: string | null;
  /**
   * Where to answer when we are not in the channel: works for 30 minutes, five times. Whoever has it can post as us, so
   * it is never logged.
   */
  readonly responseUrl: string | null;
}

/** An answer that was given to the same question before, and where it stands. */
export interface EarlierAnswer {
  readonly channel: string;
  readonly threadTs: string;
  /** When that question was asked. */
  readonly at: Timestamp;
}

/** Somebody asked for a fix. It is used once, or it expires. */
export interface FixRequest {
  readonly id: string;
  readonly diagnosisId: string;
  /** Exactly what will be sent once this is approved. */
  readonly fix: Fix;
  readonly requester: Person;
  readonly requestedAt: Timestamp;
  readonly expiresAt: Timestamp;
  readonly conversation: Conversation;
  /** The message that shows this request, once it is posted. */
  readonly messageTs: string | null;
  /** Users (`U…`) and user groups (`S…`) that may approve, as ecr-why.yml names them. */
  readonly approvers: readonly string[];
  readonly state: FixState;
}

export type FixState =
  | { readonly kind: 'awaiting' }
  /** Decided and being applied. */
  | { readonly kind: 'approved'; readonly by: Person; readonly at: Timestamp }
  | { readonly kind: 'rejected'; readonly by: Person; readonly at: Timestamp }
  | { readonly kind: 'expired'; readonly at: Timestamp }
  | {
      readonly kind: 'finished';
      readonly by: Person;
      readonly at: Timestamp;
      readonly outcome: FixOutcome;
      /** Until when it can be put back from here; `null` when it cannot. */
      readonly undoUntil: Timestamp | null;
    };

/** What the App Home shows to one person. */
export interface HomeFacts {
  readonly recent: readonly RecentDiagnosis[];
  /** Requests that this person may decide. */
  readonly waiting: readonly FixRequest[];
  /** One sentence about the bot's own state: engine, jobs waiting. */
  readonly health: string;
}

export interface RecentDiagnosis {
  readonly id: string;
  readonly image: string;
  /** What was concluded, in the finding's own sentence. */
  readonly says: string;
  readonly at: Timestamp;
  readonly channel: string;
}
