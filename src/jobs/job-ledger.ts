import type { Job, JobsOptions, JobType } from 'bullmq';
import type { EngineQueue } from './backends/backend.ts';
import type { JobCounts, JobNotes, JobRecord, JobState } from './contract.ts';
import { notesIn, type StoredPayload, toText } from './stored-payload.ts';

/** A job's record, with its payload and its result as they are stored: only the ledger's owner knows what they mean. */
export interface LedgerEntry<Stored> extends Omit<JobRecord<unknown, string>, 'data'> {
  readonly stored: Stored;
}

const NEWEST_FIRST = false;
const MOST_DELAYED = 100;
const UNIQUE_VIOLATION = '23505';
const ALL_STATES: JobType[] = ['completed', 'failed', 'active', 'waiting', 'delayed'];

/** One queue in which each id is written once: the first writer's payload stays, also after the job is done. */
export class JobLedger<Stored extends StoredPayload> {
  readonly #name: string;
  readonly #queue: EngineQueue<Stored>;
  readonly #options: JobsOptions;

  constructor(name: string, queue: EngineQueue<Stored>, options: JobsOptions) {
    this.#name = name;
    this.#queue = queue;
    this.#options = options;
  }

  /** Writes a job unless there is one with this id, and returns the payload that holds, and whether it is this one. */
  async writeOnce(
    id: string,
    stored: Stored,
    delayMs = 0,
  ): Promise<{ readonly stored: Stored; readonly isOurs: boolean }> {
    await this.#queue.add(this.#name, stored, { ...this.#options, jobId: jobIdOf(id), delay: delayMs });
    // `add` does not say whether it added, so the job is read back. It is gone only if it was ours, and done and
    // swept in the meantime.
    const kept = (await this.#queue.getJob(jobIdOf(id)))?.data ?? stored;
    return { stored: kept, isOurs: kept.ticket === stored.ticket };
  }

  async read(id: string): Promise<Stored | null> {
    return (await this.#queue.getJob(jobIdOf(id)))?.data ?? null;
  }

  async find(id: string): Promise<LedgerEntry<Stored> | null> {
    const job = await this.#queue.getJob(jobIdOf(id));
    return job === undefined ? null : this.#entry(job);
  }

  /** Replaces the notes of a job, if there is one with this id. */
  async note(id: string, notes: JobNotes): Promise<void> {
    await (await this.#queue.getJob(jobIdOf(id)))?.updateProgress(toText(notes));
  }

  /** Jobs that wait for their moment, the newest first; at most a hundred. */
  async newestDelayed(): Promise<readonly LedgerEntry<Stored>[]> {
    const jobs = await this.#queue.getJobs(['delayed'], 0, MOST_DELAYED - 1, NEWEST_FIRST);
    return Promise.all(jobs.toSorted((a, b) => b.timestamp - a.timestamp).map((job) => this.#entry(job)));
  }

  async newest(limit: number): Promise<readonly LedgerEntry<Stored>[]> {
    // Each state is a list of its own, each with its own order: the newest of all are among the newest of each.
    const lists = await Promise.all(
      ALL_STATES.map((state) => this.#queue.getJobs([state], 0, limit - 1, NEWEST_FIRST)),
    );
    const jobs = new Map(lists.flat().map((job) => [job.id, job]));
    const newest = [...jobs.values()].toSorted((a, b) => b.timestamp - a.timestamp).slice(0, limit);
    return Promise.all(newest.map((job) => this.#entry(job)));
  }

  /** Counts one more on a job, and returns how many there are. Throws when there is no such job. */
  async tally(id: string): Promise<number> {
    for (;;) {
      try {
        return await this.#queue.addJobLog(jobIdOf(id), '');
      } catch (error) {
        // On PostgreSQL two who count at once may reach for the same number. One of them has it; the other goes on.
        if (!isTaken(error)) throw error;
      }
    }
  }

  /** How many were counted on a job; 0 also when there is no such job. */
  async tallied(id: string): Promise<number> {
    return (await this.#queue.getJobLogs(jobIdOf(id), 0, 0)).count;
  }

  /** From now on its jobs run one after the other, whichever process runs them. */
  async runOneByOne(): Promise<void> {
    await this.#queue.setGlobalConcurrency(1);
  }

  async counts(): Promise<JobCounts> {
    const counts = await this.#queue.getJobCounts('waiting', 'active', 'delayed', 'failed');
    return {
      waiting: counts['waiting'] ?? 0,
      active: counts['active'] ?? 0,
      delayed: counts['delayed'] ?? 0,
      failed: counts['failed'] ?? 0,
    };
  }

  async close(): Promise<void> {
    await this.#queue.close();
  }

  async #entry(job: Job<Stored, string>): Promise<LedgerEntry<Stored>> {
    const state = stateOf(await job.getState());
    const isFinished = state === 'done' || state === 'failed';
    // The job may have finished between the two reads; what was read first then lacks its result.
    const latest = isFinished && job.finishedOn === undefined ? ((await this.#queue.getJob(job.id ?? '')) ?? job) : job;
    return {
      id: idOf(latest),
      stored: latest.data,
      state,
      notes: notesIn(latest.progress),
      result: state === 'done' ? latest.returnvalue : null,
      failure: state === 'failed' ? latest.failedReason : null,
      addedAt: new Date(latest.timestamp),
      finishedAt: latest.finishedOn === undefined ? null : new Date(latest.finishedOn),
    };
  }
}

// BullMQ refuses ids that are integers or hold a colon; ours may be anything.
const PREFIX = 'id-';

function jobIdOf(id: string): string {
  return PREFIX + encodeURIComponent(id);
}

/** The id that a job was written with. */
export function idOf(job: Pick<Job, 'id'>): string {
  return decodeURIComponent((job.id ?? '').slice(PREFIX.length));
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION;
}

function stateOf(state: string): JobState {
  if (state === 'completed') return 'done';
  if (state === 'failed' || state === 'active') return state;
  return 'waiting';
}
