import { type BackendFactory, type IQueueBackend, type Job, Queue, Worker } from 'bullmq';
import type { EngineQueue, EngineWorker, EngineWorkerOptions } from './backend.ts';

/** How BullMQ is told to reach an engine. The types belong together: a factory takes the connections of its engine. */
export interface Engine<Factory extends IQueueBackend, Connection> {
  readonly factory: BackendFactory<Factory, Connection>;
  /** For writing and reading: gives up early when the engine is away. */
  readonly connection: Connection;
  /** For workers: waits for the engine to come back. */
  readonly workerConnection: Connection;
}

/** When a worker counts as dead, in milliseconds. */
export interface Liveness {
  readonly lockMs: number;
  readonly stalledCheckMs: number;
}

// Nobody reads the event streams; ten thousand events, BullMQ's default, would be kept for nothing.
const EVENTS_KEPT = 100;

// BullMQ fails such a job by itself and tells nobody. Ours is given up long before, and told of (`giving-up.ts`).
const MAX_STALLS = 20;

export function openQueueOn<Data, Factory extends IQueueBackend, Connection>(
  engine: Engine<Factory, Connection>,
  name: string,
): EngineQueue<Data> {
  const queue = new Queue<Data, string, string, Data, string, string, Factory, Connection>(
    name,
    { connection: engine.connection, streams: { events: { maxLen: EVENTS_KEPT } } },
    engine.factory,
  );
  // What happens to the connection is reported where it was opened, and what a call meets goes to its caller.
  queue.on('error', () => {});
  return queue;
}

export function startWorkerOn<Data, Factory extends IQueueBackend, Connection>(
  engine: Engine<Factory, Connection>,
  name: string,
  run: (job: Job<Data, string>) => Promise<string>,
  liveness: Liveness,
  options: EngineWorkerOptions,
): EngineWorker {
  const worker = new Worker<Data, string, string, Factory, string, Connection>(
    name,
    run,
    {
      connection: engine.workerConnection,
      concurrency: options.concurrency,
      lockDuration: liveness.lockMs,
      stalledInterval: liveness.stalledCheckMs,
      maxStalledCount: MAX_STALLS,
    },
    engine.factory,
  );
  worker.on('error', (error) => options.onTrouble('queue.trouble', { error }));
  worker.on('stalled', (jobId) => options.onTrouble('job.taken-over', { jobId }));
  return {
    close: () => worker.close(),
    abandon: () => worker.getBackend().close(true),
  };
}
