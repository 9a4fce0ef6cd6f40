import type { Job } from 'bullmq';
import { HopelessJobError, LostJobError } from './job-errors.ts';
import { idOf } from './job-ledger.ts';

/** Throws a LostJobError when another worker has this job: renewing the lock is the only question that is answered by no. */
export async function holdOn(job: Job<unknown, string>, lockMs: number): Promise<void> {
  const isStillOurs = await job.extendLock(job.token ?? '', lockMs);
  if (isStillOurs !== 1) throw new LostJobError(idOf(job));
}

/** Whether no attempt follows this error. */
export function isFinal(job: Job<unknown, string>, error: unknown): boolean {
  if (error instanceof HopelessJobError) return true;
  return isLastAttempt(job) && !(error instanceof LostJobError);
}

export function isLastAttempt(job: Job<unknown, string>): boolean {
  return job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
}

/** PostgreSQL refuses U+0000 in text: an error that quotes one could otherwise not even be recorded. */
export function storable(error: unknown): Error {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const clean = new Error(message.replaceAll('\0', '\uFFFD'), { cause: error });
  clean.stack = stack?.replaceAll('\0', '\uFFFD') ?? '';
  return clean;
}
