import type { Job, JobsOptions, JobType } from 'bullmq';

/** What we use of a BullMQ queue, whichever engine it runs on. */
export interface EngineQueue<Data> {
  add(name: string, data: Data, options: JobsOptions): Promise<unknown>;
  getJob(id: string): Promise<Job<Data, string> | undefined>;
  getJobs(types: JobType[], start: number, end: number, asc: boolean): Promise<Job<Data, string>[]>;
  addJobLog(id: string, row: string): Promise<number>;
  getJobLogs(id: string, start: number, end: number): Promise<{ readonly count: number }>;
  getJobCounts(...types: JobType[]): Promise<Record<string, number>>;
  /** At most so many of its jobs run at once, in all processes together. */
  setGlobalConcurrency(concurrency: number): Promise<unknown>;
  close(): Promise<void>;
}

export interface EngineWorker {
  /** Takes no more jobs, and resolves when those that run have finished. */
  close(): Promise<void>;
  /** Cuts the running jobs off from the queue: what they still do is not recorded, and they will be run again. */
  abandon(): Promise<void>;
}

export interface EngineWorkerOptions {
  readonly concurrency: number;
  /** Something went wrong outside any handler: the engine is away, a lock was lost. */
  readonly onTrouble: (event: string, detail: Record<string, unknown>) => void;
}

/** One of the engines: where the queues live. */
export interface Backend {
  readonly engine: 'embedded' | 'redis' | 'postgres';
  /** How long a job stays locked for its worker after each sign of life, in milliseconds. */
  readonly lockMs: number;
  openQueue<Data>(name: string): EngineQueue<Data>;
  startWorker<Data>(
    name: string,
    run: (job: Job<Data, string>) => Promise<string>,
    options: EngineWorkerOptions,
  ): EngineWorker;
  /** Resolves when the engine answers, rejects when it does not. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
