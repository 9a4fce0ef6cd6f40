/** The payloads of one program: plain JSON, which this room stores and hands back without looking at it. */
export interface JobShapes {
  readonly diagnosis: { readonly data: unknown; readonly result: unknown };
  readonly request: { readonly data: unknown };
  readonly decision: { readonly data: unknown; readonly result: unknown };
}

type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** What a job remembers of its own progress, such as the `ts` of the message that it has already posted. */
export type JobNotes = Readonly<Record<string, JsonValue>>;

/** `waiting` is also a job that failed and waits for its next attempt. */
export type JobState = 'waiting' | 'active' | 'done' | 'failed';

/** One run of one job, as its handler sees it. */
export interface Work<Data> {
  readonly id: string;
  readonly data: Data;
  /** Which run of this job this is, from 1. A run that was cut off by a crash counts. */
  readonly attempt: number;
  /** Whether a throw now is final: no attempt follows. */
  readonly isLastAttempt: boolean;
  /** What the runs before this one remembered; empty in the first. */
  readonly notes: JobNotes;
  /**
   * Replaces the notes, at once and durably, so that the next run continues instead of repeating.
   * Throws a LostJobError when another worker has taken the job over: stop then, the other one carries on.
   */
  readonly remember: (notes: JobNotes) => Promise<void>;
}

/** A job as it lies in the queue. */
export interface JobRecord<Data, Result> {
  readonly id: string;
  readonly data: Data;
  readonly state: JobState;
  readonly notes: JobNotes;
  /** What the handler returned; `null` until the job is done. */
  readonly result: Result | null;
  /** Why the last attempt failed; `null` unless the job has failed for good. */
  readonly failure: string | null;
  readonly addedAt: Date;
  readonly finishedAt: Date | null;
}

/** The decision that nobody took in time. */
export interface Expired {
  readonly kind: 'expired';
}

/** The decision that holds for a request: what somebody decided, or that it expired. */
export type Decision<Shapes extends JobShapes> = Shapes['decision']['data'] | Expired;

export interface RequestRecord<Data> {
  readonly id: string;
  readonly data: Data;
  readonly expiresAt: Date;
  /** What was noted on it since, such as the `ts` of the message that shows it; empty until then. */
  readonly notes: JobNotes;
  /** Expired without a decision. A request that was decided in time never expires. */
  readonly expired: boolean;
}

export type DiagnosisRecord<Shapes extends JobShapes> = JobRecord<
  Shapes['diagnosis']['data'],
  Shapes['diagnosis']['result']
>;

/** `id` is the request's. The result of an expiry is `null`. */
export interface DecisionRecord<Shapes extends JobShapes> extends Omit<
  JobRecord<unknown, Shapes['decision']['result']>,
  'data'
> {
  readonly decision: Decision<Shapes>;
}

/** Work that nobody will try again, and what is left to do about it: to say so. */
export interface GivenUp {
  readonly kind: 'diagnosis' | 'decision';
  /** The diagnosis' id, or the request's. */
  readonly id: string;
  /** What the last attempt threw. */
  readonly failure: string;
  /** When it was given up, in ISO 8601. */
  readonly at: string;
}

/** A diagnosis that was asked for again and again. */
export interface Repeats {
  readonly id: string;
  /** How often since it was added, at the moment of the telling. */
  readonly count: number;
}

/** What the program does with its jobs. A handler that throws is called again, a few times, with its notes. */
export interface JobHandlers<Shapes extends JobShapes> {
  diagnose(work: Work<Shapes['diagnosis']['data']>): Promise<Shapes['diagnosis']['result']>;
  /** `work.id` is the request's. Called for decisions that somebody took. */
  carryOut(work: Work<Shapes['decision']['data']>): Promise<Shapes['decision']['result']>;
  /** `work.id` is the request's. Called once for a request that nobody decided in time. */
  expire(work: Work<Shapes['request']['data']>): Promise<void>;
  /** Called once for each diagnosis and each decision that has failed for good, and for an hour until it succeeds. */
  giveUp(work: Work<GivenUp>): Promise<void>;
  /** Called some seconds after a repetition was counted: once for all that came in the meantime, with the newest count. */
  tellRepeats(work: Work<Repeats>): Promise<void>;
}

export interface JobCounts {
  readonly waiting: number;
  readonly active: number;
  /** Jobs that wait for a moment: open requests (their expiry), and failed jobs before their next attempt. */
  readonly delayed: number;
  readonly failed: number;
}

/** Everything that the program must not forget, on whichever engine. */
export interface Jobs<Shapes extends JobShapes> {
  /** Adds a diagnosis once for each id; a second add with the same id changes nothing and says so. */
  addDiagnosis(id: string, data: Shapes['diagnosis']['data']): Promise<{ readonly added: boolean }>;
  findDiagnosis(id: string): Promise<DiagnosisRecord<Shapes> | null>;
  /**
   * Counts one more repetition of a diagnosis, which the workers are told of soon, and returns how many there have been.
   * Throws when there is no such diagnosis.
   */
  countRepeat(id: string): Promise<number>;
  /** The newest first, whatever their state. */
  recentDiagnoses(limit: number): Promise<readonly DiagnosisRecord<Shapes>[]>;

  /** Opens a fix request that expires by itself at `expiresAt` (a Date, or milliseconds since 1970); once for each id. */
  requestFix(
    id: string,
    data: Shapes['request']['data'],
    expiresAt: Date | number,
  ): Promise<{ readonly added: boolean }>;
  findRequest(id: string): Promise<RequestRecord<Shapes['request']['data']> | null>;
  /** Replaces the notes of a request; of a request that was never opened, nothing happens. */
  noteOnRequest(id: string, notes: JobNotes): Promise<void>;
  /** Requests that nobody has decided and whose time is not over; the newest first. */
  openRequests(limit: number): Promise<readonly RequestRecord<Shapes['request']['data']>[]>;
  /**
   * Decides a request. The first decision is kept, whoever comes next; after the request's time none is taken any more.
   * Returns the decision that holds, and whether it is this one. Throws an UnknownRequestError for a request that
   * was never opened.
   */
  decide(
    requestId: string,
    decision: Shapes['decision']['data'],
  ): Promise<{ readonly decision: Decision<Shapes>; readonly won: boolean }>;
  findDecision(requestId: string): Promise<DecisionRecord<Shapes> | null>;
  /** The newest first, whatever their state: decisions are kept for ever, and are the audit trail. */
  recentDecisions(limit: number): Promise<readonly DecisionRecord<Shapes>[]>;

  /** Starts the workers: at most `concurrency` diagnoses, and as many decisions, at once in this process. */
  work(handlers: JobHandlers<Shapes>, options: { readonly concurrency: number }): Promise<void>;
  counts(): Promise<JobCounts>;
  /** Whether the engine answers, within two seconds. */
  ready(): Promise<boolean>;
  /** Stops taking work, lets the running jobs finish for at most `graceMs`, and closes. What is cut off is run again. */
  close(graceMs: number): Promise<void>;
}
