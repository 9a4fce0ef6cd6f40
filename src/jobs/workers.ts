import { type Job, UnrecoverableError } from 'bullmq';
import type { Backend, EngineWorker } from './backends/backend.ts';
import type { JobHandlers, JobNotes, JobShapes, Work } from './contract.ts';
import { orGiveUp } from './giving-up.ts';
import { HopelessJobError } from './job-errors.ts';
import { idOf } from './job-ledger.ts';
import { expireOnce, type Ledgers, QUEUES, type StoredDecision, type StoredRequest } from './ledgers.ts';
import { holdOn, isFinal, isLastAttempt, storable } from './running-job.ts';
import { fromText, notesIn, type StoredPayload, toText } from './stored-payload.ts';

export interface WorkerSettings {
  readonly concurrency: number;
  readonly log: (event: string, detail: Record<string, unknown>) => void;
}

type Handle<Stored> = (job: Job<Stored, string>) => Promise<unknown>;

/** Starts one worker for each queue, and says what each of its jobs means. */
export function startWorkers<Shapes extends JobShapes>(
  backend: Backend,
  ledgers: Ledgers,
  handlers: JobHandlers<Shapes>,
  settings: WorkerSettings,
): readonly EngineWorker[] {
  const { lockMs } = backend;
  const start = <Stored extends StoredPayload>(
    queue: string,
    handle: Handle<Stored>,
    concurrency = settings.concurrency,
  ): EngineWorker =>
    backend.startWorker<Stored>(queue, (job) => run(job, handle, settings), {
      concurrency,
      onTrouble: (event, detail) => settings.log(event, { queue, ...detail }),
    });
  const work = <Data>(job: Job<unknown, string>, json: string): Work<Data> => workOf(job, fromText<Data>(json), lockMs);

  return [
    start<StoredPayload>(QUEUES.diagnoses, (job) =>
      orGiveUp(ledgers, 'diagnosis', lockMs, job, () => handlers.diagnose(work(job, job.data.json))),
    ),
    // A request's job comes up when its time is over. Where it was decided before, this changes nothing.
    start<StoredRequest>(QUEUES.requests, async (job) => {
      await expireOnce(ledgers, idOf(job));
    }),
    start<StoredDecision>(QUEUES.decisions, async (job) => {
      if (!job.data.isExpiry)
        return orGiveUp(ledgers, 'decision', lockMs, job, () => handlers.carryOut(work(job, job.data.json)));
      const request = await ledgers.requests.read(idOf(job));
      return request === null ? null : handlers.expire(work(job, request.json));
    }),
    start<StoredPayload>(QUEUES.failures, (job) => handlers.giveUp(work(job, job.data.json))),
    // One after the other everywhere (`runOneByOne`), so also here.
    start<StoredPayload>(
      QUEUES.repeats,
      async (job) => {
        const id = fromText<string>(job.data.json);
        return handlers.tellRepeats(workOf(job, { id, count: await ledgers.diagnoses.tallied(id) }, lockMs));
      },
      1,
    ),
  ];
}

async function run<Stored>(
  job: Job<Stored, string>,
  handle: Handle<Stored>,
  settings: WorkerSettings,
): Promise<string> {
  try {
    return toText(await handle(job));
  } catch (error) {
    const event = isFinal(job, error) ? 'job.failed' : 'job.attempt-failed';
    settings.log(event, { id: idOf(job), queue: job.queueName, error });
    const cause = storable(error);
    throw error instanceof HopelessJobError ? new UnrecoverableError(cause.message) : cause;
  }
}

function workOf<Data>(job: Job<unknown, string>, data: Data, lockMs: number): Work<Data> {
  return {
    id: idOf(job),
    data,
    attempt: job.attemptsStarted,
    isLastAttempt: isLastAttempt(job),
    notes: notesIn(job.progress),
    remember: async (notes: JobNotes) => {
      await holdOn(job, lockMs);
      await job.updateProgress(toText(notes));
    },
  };
}
