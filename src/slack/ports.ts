import type { ConfiguredAccount } from '../domain/account.ts';
import type { Diagnosis } from '../domain/diagnosis.ts';
import type { Fix } from '../domain/fix.ts';
import type { Incident } from '../domain/incident.ts';
import type { Conversation, FixRequest, HomeFacts, Person } from './blocks/records.ts';

export type { Conversation, FixRequest, FixState, HomeFacts, Person, RecentDiagnosis } from './blocks/records.ts';

/** What a message or a person said about one pull; the desk gives it an id and a time. */
export type Sighting = Omit<Incident, 'id' | 'reportedAt'>;

export interface Ask {
  readonly sighting: Sighting;
  readonly conversation: Conversation;
  /** Look again, even if the same was just answered. What is still being answered is not begun twice. */
  readonly isFresh: boolean;
}

export interface Asked {
  /** The id of the diagnosis, which is its incident's id. */
  readonly id: string;
  /** Where the same is already being told; `null` when this ask began a new story. */
  readonly existing: Conversation | null;
}

export interface FixOrder {
  readonly diagnosisId: string;
  readonly fix: Fix;
  readonly requester: Person;
  /** Users and user groups that may approve it, as ecr-why.yml names them. */
  readonly approvers: readonly string[];
  readonly conversation: Conversation;
  /** The request whose fix this one puts back. */
  readonly undoes: string | null;
}

export interface Decision {
  readonly kind: 'approve' | 'reject';
  readonly by: Person;
}

export interface Decided {
  readonly request: FixRequest;
  /** `false`: somebody decided before, or time did; `request` says who. */
  readonly isFirst: boolean;
}

/**
 * What the Slack edge needs from the rest of the house. Every id comes from a button, so each is a key to look up and
 * never something to believe; `null` means that there is nothing of that name (any more).
 */
export interface Desk {
  /** The accounts of ecr-why.yml. */
  readonly accounts: readonly ConfiguredAccount[];
  diagnose(ask: Ask): Promise<Asked>;
  findDiagnosis(diagnosisId: string): Promise<Diagnosis | null>;
  /** What a diagnosis is about, whatever has come of it. */
  findIncident(diagnosisId: string): Promise<Incident | null>;
  /** The request for this fix of this diagnosis that still waits for a decision; an undo is another than its fix. */
  findOpenRequest(diagnosisId: string, fix: Pick<Fix, 'id' | 'kind'>): Promise<FixRequest | null>;
  /** Records the request, which expires by itself. Changes nothing in AWS. */
  requestFix(order: FixOrder): Promise<FixRequest>;
  /** Keeps the place of the message that shows the request, so that later states are shown there. */
  placeFixRequest(requestId: string, messageTs: string): Promise<void>;
  findFixRequest(requestId: string): Promise<FixRequest | null>;
  /** The first decision counts, once and for all, whoever clicks next. An approval starts the fix. */
  decideFix(requestId: string, decision: Decision): Promise<Decided>;
  /** The plan that puts an applied fix back, or `null` when there is none or its time is over. */
  planUndo(requestId: string): Promise<Fix | null>;
  /** What this person asked lately, and every request that waits: who may decide it, the edge looks up. */
  homeOf(person: Person): Promise<HomeFacts>;
}

/** A logger in pino's shape. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
