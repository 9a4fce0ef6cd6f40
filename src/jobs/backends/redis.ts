import { createRedisBackend, type RedisQueueBackend } from 'bullmq';
import { Redis } from 'ioredis';
import { within } from '../deadline.ts';
import { QueueUnavailableError } from '../job-errors.ts';
import type { Backend } from './backend.ts';
import { type Engine, openQueueOn, startWorkerOn } from './bullmq-engine.ts';

// A job is taken over within about ten seconds after its worker died.
const LIVENESS = { lockMs: 8_000, stalledCheckMs: 2_000 };

const CONNECT_WITHIN_MS = 5_000;

const reconnectAfter = (attempt: number): number => Math.min(attempt * 250, 2_000);

/** Redis or Valkey. Throws a QueueUnavailableError when it does not answer. */
export async function openRedis(
  url: URL,
  log: (event: string, detail: Record<string, unknown>) => void,
): Promise<Backend> {
  await probe(url);
  const onTrouble = (error: Error): void => log('queue.trouble', { error });
  const open = (maxRetriesPerRequest: number | null): Redis => {
    const settings = { connectTimeout: CONNECT_WITHIN_MS, retryStrategy: reconnectAfter, maxRetriesPerRequest };
    return new Redis(url.href, settings).on('error', onTrouble);
  };
  // A person who clicks a button is told after some three seconds that the queue is away; a worker waits for it.
  const connection = open(5);
  const workerConnection = open(null);
  const engine: Engine<RedisQueueBackend, Redis> = {
    factory: createRedisBackend,
    connection,
    workerConnection,
  };
  return {
    engine: 'redis',
    lockMs: LIVENESS.lockMs,
    openQueue: (name) => openQueueOn(engine, name),
    startWorker: (name, run, options) => startWorkerOn(engine, name, run, LIVENESS, options),
    ping: async () => {
      await connection.ping();
    },
    close: async () => {
      connection.disconnect();
      workerConnection.disconnect();
    },
  };
}

/** Asks once, so that a wrong address is an answer at the start and not a program that tries for ever. */
async function probe(url: URL): Promise<void> {
  const redis = new Redis(url.href, {
    lazyConnect: true,
    connectTimeout: CONNECT_WITHIN_MS,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
  });
  let reason = `no answer within ${CONNECT_WITHIN_MS / 1_000} seconds`;
  redis.on('error', (error: Error) => {
    reason = error.message;
  });
  const answer = redis.connect().then(() => redis.ping());
  try {
    if (await within(CONNECT_WITHIN_MS, answer)) return;
  } catch (cause) {
    throw unavailable(url, reason, cause);
  } finally {
    redis.disconnect();
  }
  throw unavailable(url, reason);
}

function unavailable(url: URL, reason: string, cause?: unknown): QueueUnavailableError {
  return new QueueUnavailableError(
    `QUEUE_URL names a Redis at ${url.host} that cannot be used (${reason}): ` +
      'a running Redis or Valkey is expected, such as redis://localhost:6379.',
    { cause },
  );
}
