import type { Job } from 'bullmq';
import type { Backend, EngineWorker } from './backends/backend.ts';
import type { JobHandlers, JobNotes, JobShapes, Work } from './contract.ts';
import { LostJobError } from './job-errors.ts';
import { idOf } from './job-ledger.ts';
import { expireOnce, type Ledgers, QUEUES, type StoredDecision, type StoredRequest } from './ledgers.ts';
import { fromText, notesIn, type StoredPayload, toText } from './stored-payload.ts';

export interface WorkerSettings {
  readonly concurrency: number;
  readonly log: (event: string, detail: Record<string, unknown>) => void;
}

/** Starts one worker for each queue, and says what each of its jobs means. */
export function startWorkers<Shapes extends JobShapes>(
  backend: Backend,
  ledgers: Ledgers,
  handlers: JobHandlers<Shapes>,
  settings: WorkerSettings,
): readonly EngineWorker[] {
  const start = <Stored extends StoredPayload>(
    queue: string,
    handle: (job: Job<Stored, string>) => Promise<unknown>,
  ): EngineWorker =>
    backend.startWorker<Stored>(queue, (job) => run(job, handle, settings), {
      concurrency: settings.concurrency,
      onTrouble: (event, detail) => settings.log(event, { queue, ...detail }),
    });

  return [
    start<StoredPayload>(QUEUES.diagnoses, (job) => handlers.diagnose(workOf(job, job.data.json, backend.lockMs))),
    // A request's job comes up when its time is over. Where it was decided before, this changes nothing.
    start<StoredRequest>(QUEUES.requests, async (job) => {
      await expireOnce(ledgers, idOf(job));
    }),
    start<StoredDecision>(QUEUES.decisions, async (job) => {
      if (!job.data.isExpiry) return handlers.carryOut(workOf(job, job.data.json, backend.lockMs));
      const request = await ledgers.requests.read(idOf(job));
      return request === null ? null : handlers.expire(workOf(job, request.json, backend.lockMs));
    }),
  ];
}

async function run<Stored>(
  job: Job<Stored, string>,
  handle: (job: Job<Stored, string>) => Promise<unknown>,
  settings: WorkerSettings,
): Promise<string> {
  try {
    return toText(await handle(job));
  } catch (error) {
    const isFinal = isLastAttempt(job) && !(error instanceof LostJobError);
    settings.log(isFinal ? 'job.failed' : 'job.attempt-failed', { id: idOf(job), queue: job.queueName, error });
    throw storable(error);
  }
}

function workOf<Data>(job: Job<unknown, string>, json: string, lockMs: number): Work<Data> {
  const id = idOf(job);
  return {
    id,
    data: fromText<Data>(json),
    attempt: job.attemptsStarted,
    isLastAttempt: isLastAttempt(job),
    notes: notesIn(job.progress),
    remember: async (notes: JobNotes) => {
      // Renewing the lock is the only question to which a worker that has lost its job hears a no.
      const isStillOurs = await job.extendLock(job.token ?? '', lockMs);
      if (isStillOurs !== 1) throw new LostJobError(id);
      await job.updateProgress(toText(notes));
    },
  };
}

function isLastAttempt(job: Job<unknown, string>): boolean {
  return job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
}

/** PostgreSQL refuses U+0000 in text: an error that quotes one could otherwise not even be recorded. */
function storable(error: unknown): Error {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const clean = new Error(message.replaceAll('\0', '\uFFFD'), { cause: error });
  clean.stack = stack?.replaceAll('\0', '\uFFFD') ?? '';
  return clean;
}
