import { createPostgresBackend, DEFAULT_SCHEMA, type PgPool, type PostgresQueueBackend, runMigrations } from 'bullmq';
import { Pool } from 'pg';
import { QueueUnavailableError } from '../job-errors.ts';
import type { Backend } from './backend.ts';
import { type Engine, openQueueOn, startWorkerOn } from './bullmq-engine.ts';

// A job is taken over within about ten seconds after its worker died.
const LIVENESS = { lockMs: 8_000, stalledCheckMs: 2_000 };

const CONNECT_WITHIN_MS = 5_000;

// Five workers listen on a connection each; the others are for queries.
const MAX_CONNECTIONS = 12;

/** PostgreSQL, in a schema of its own. Throws a QueueUnavailableError when it does not answer or may not be used. */
export async function openPostgres(
  url: URL,
  log: (event: string, detail: Record<string, unknown>) => void,
): Promise<Backend> {
  const onTrouble = (error: Error): void => log('queue.trouble', { error });
  const pool = new Pool({
    connectionString: withSearchPath(url).href,
    application_name: 'ecr-why',
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    keepAlive: true,
  });
  pool.on('error', onTrouble);
  await prepare(pool, url);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- BullMQ asks for any `pg.Pool`; its own type of one and that of @types/pg differ in the overloads of `on` alone.
  const connection = pool as unknown as PgPool;
  const engine: Engine<PostgresQueueBackend, PgPool> = {
    factory: createPostgresBackend,
    connection,
    workerConnection: connection,
  };
  return {
    engine: 'postgres',
    lockMs: LIVENESS.lockMs,
    openQueue: (name) => openQueueOn(engine, name),
    startWorker: (name, run, options) => startWorkerOn(engine, name, run, LIVENESS, options),
    ping: async () => {
      await pool.query('SELECT 1');
    },
    close: () => pool.end(),
  };
}

/** BullMQ's statements name their tables without a schema, so every connection must begin in the right one. */
function withSearchPath(url: URL): URL {
  const result = new URL(url);
  const own = url.searchParams.get('options') ?? '';
  result.searchParams.set('options', `${own} -c search_path=${DEFAULT_SCHEMA}`.trim());
  return result;
}

async function prepare(pool: Pool, url: URL): Promise<void> {
  try {
    const client = await pool.connect();
    await runMigrations(client, DEFAULT_SCHEMA).finally(() => client.release());
  } catch (cause) {
    await pool.end();
    throw unavailable(url, cause);
  }
}

function unavailable(url: URL, cause: unknown): QueueUnavailableError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new QueueUnavailableError(
    `QUEUE_URL names a PostgreSQL at ${url.host}${url.pathname} that cannot be used (${reason}): a running PostgreSQL ` +
      'in which we may create a schema is expected, such as postgres://ecr_why:password@localhost:5432/ecr_why.',
    { cause },
  );
}
