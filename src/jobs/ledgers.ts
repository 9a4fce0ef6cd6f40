import type { JobsOptions } from 'bullmq';
import type { Backend } from './backends/backend.ts';
import type { Expired } from './contract.ts';
import { UnknownRequestError } from './job-errors.ts';
import { JobLedger } from './job-ledger.ts';
import { storePayload, type StoredPayload } from './stored-payload.ts';

export const QUEUES = {
  diagnoses: 'ecr-why-diagnoses',
  requests: 'ecr-why-requests',
  decisions: 'ecr-why-decisions',
  failures: 'ecr-why-failures',
  repeats: 'ecr-why-repeats',
} as const;

export interface StoredRequest extends StoredPayload {
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

export interface StoredDecision extends StoredPayload {
  readonly isExpiry: boolean;
}

export interface Ledgers {
  readonly diagnoses: JobLedger<StoredPayload>;
  readonly requests: JobLedger<StoredRequest>;
  readonly decisions: JobLedger<StoredDecision>;
  /** What has failed for good and must be told. */
  readonly failures: JobLedger<StoredPayload>;
  /** What was repeated in a span of time and must be told at its end. */
  readonly repeats: JobLedger<StoredPayload>;
}

/** How long finished diagnoses are kept: for so many days, and no more than so many. */
export interface DiagnosisRetention {
  readonly days: number;
  readonly count: number;
}

// Three attempts, up to one and then up to two seconds apart; the jitter keeps the retries of a storm apart.
const RETRIES: JobsOptions = {
  attempts: 3,
  backoff: { type: 'exponential', delay: 1_000, jitter: 0.5 },
  stackTraceLimit: 3,
};

// Over an hour, the pauses growing: a failure is told when Slack is back, also where its absence was the reason. So is
// the last count of a storm.
const PATIENT: JobsOptions = { ...RETRIES, attempts: 12, backoff: { type: 'exponential', delay: 2_000, jitter: 0.5 } };

export function openLedgers(backend: Backend, retention: DiagnosisRetention): Ledgers {
  const keep = { age: retention.days * 86_400, count: retention.count };
  return {
    diagnoses: new JobLedger('diagnosis', backend.openQueue(QUEUES.diagnoses), {
      ...RETRIES,
      removeOnComplete: keep,
      removeOnFail: keep,
    }),
    // Requests and decisions are kept for ever: they are the audit trail, and what makes a button work only once.
    requests: new JobLedger('request', backend.openQueue(QUEUES.requests), RETRIES),
    decisions: new JobLedger('decision', backend.openQueue(QUEUES.decisions), RETRIES),
    failures: new JobLedger('failure', backend.openQueue(QUEUES.failures), {
      ...PATIENT,
      removeOnComplete: keep,
      removeOnFail: keep,
    }),
    repeats: new JobLedger('repeats', backend.openQueue(QUEUES.repeats), {
      ...PATIENT,
      removeOnComplete: true,
      removeOnFail: true,
    }),
  };
}

/** Decides a request, unless that has happened, or its time is over. Returns what holds, and whether it is this. */
export async function decideOnce(
  ledgers: Ledgers,
  requestId: string,
  decision: unknown,
): Promise<{ readonly stored: StoredDecision; readonly isOurs: boolean }> {
  const request = await ledgers.requests.read(requestId);
  if (request === null) throw new UnknownRequestError(requestId);
  // The expiry's own job may be late, when no worker runs or all are busy. Time decides, not the worker.
  if (Date.now() >= request.expiresAt) {
    const { stored } = await expireOnce(ledgers, requestId);
    return { stored, isOurs: false };
  }
  return ledgers.decisions.writeOnce(requestId, { ...storePayload(decision), isExpiry: false });
}

/** Decides that a request has expired, unless somebody decided before. */
export async function expireOnce(
  ledgers: Ledgers,
  requestId: string,
): Promise<{ readonly stored: StoredDecision; readonly isOurs: boolean }> {
  const expired: Expired = { kind: 'expired' };
  return ledgers.decisions.writeOnce(requestId, { ...storePayload(expired), isExpiry: true });
}
