import { openBackend } from './choose-backend.ts';
import type { Jobs, JobShapes } from './contract.ts';
import { LedgerJobs } from './jobs.ts';
import { type DiagnosisRetention, openLedgers } from './ledgers.ts';

export interface QueueOptions {
  /** QUEUE_URL; `null` or empty for the embedded engine. */
  readonly url: string | null;
  /** Where the embedded engine keeps its files. */
  readonly dataDir: string;
  readonly log: (event: string, detail: Record<string, unknown>) => void;
  /** How long finished diagnoses are kept; 30 days and 1,000 of them unless said otherwise. */
  readonly keepDiagnoses?: DiagnosisRetention;
}

const KEEP_DIAGNOSES: DiagnosisRetention = { days: 30, count: 1_000 };

/**
 * Opens the queues on the engine that QUEUE_URL names, ready for use.
 * Throws a QueueUrlError or a QueueUnavailableError, within ten seconds.
 */
export async function openJobs<Shapes extends JobShapes>(options: QueueOptions): Promise<Jobs<Shapes>> {
  const backend = await openBackend(options);
  const ledgers = openLedgers(backend, options.keepDiagnoses ?? KEEP_DIAGNOSES);
  return new LedgerJobs<Shapes>(backend, ledgers, options.log);
}
