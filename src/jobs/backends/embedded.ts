import { access, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { createPostgresBackend, DEFAULT_SCHEMA, type PgPool, type PostgresQueueBackend, runMigrations } from 'bullmq';
import { QueueUnavailableError } from '../job-errors.ts';
import type { Backend } from './backend.ts';
import { type Engine, openQueueOn, startWorkerOn } from './bullmq-engine.ts';
import { holdForThisProcess } from './only-process.ts';
import { PglitePool } from './pglite-pool.ts';

// There is one process, and a job that it left behind is found at its next start (`releaseOrphans`). What remains are
// pauses of this process itself, such as a laptop asleep, which must not count as its death.
const LIVENESS = { lockMs: 60_000, stalledCheckMs: 60_000 };

// PostgreSQL's own defaults are for servers: they cost 150 MB more memory, and up to 1 GB of log on disk.
const SMALL = ['-c', 'shared_buffers=8MB', '-c', 'max_wal_size=64MB'];

// PGlite has no autovacuum: without this, the space of what was deleted or changed would never be used again.
const VACUUM_EVERY_MS = 3_600_000;

/** A PostgreSQL in this process, with its files in `dataDir`. Throws a QueueUnavailableError. */
export async function openEmbedded(
  dataDir: string,
  log: (event: string, detail: Record<string, unknown>) => void,
): Promise<Backend> {
  const letGo = await hold(dataDir);
  const db = await openDatabase(dataDir).catch(async (error: unknown) => {
    await letGo();
    throw unusable(dataDir, error);
  });
  const pool = new PglitePool(db);
  const vacuum = setInterval(() => {
    db.exec('VACUUM').catch((error: unknown) => log('queue.trouble', { error }));
  }, VACUUM_EVERY_MS).unref();
  const engine: Engine<PostgresQueueBackend, PgPool> = {
    factory: createPostgresBackend,
    connection: pool,
    workerConnection: pool,
  };
  return {
    engine: 'embedded',
    lockMs: LIVENESS.lockMs,
    openQueue: (name) => openQueueOn(engine, name),
    startWorker: (name, run, options) => startWorkerOn(engine, name, run, LIVENESS, options),
    ping: async () => {
      await pool.query('SELECT 1');
    },
    close: async () => {
      clearInterval(vacuum);
      await pool.end();
      await letGo();
    },
  };
}

async function hold(dataDir: string): Promise<() => Promise<void>> {
  const letGo = await mkdir(dataDir, { recursive: true })
    .then(() => holdForThisProcess(dataDir))
    .catch((error: unknown) => {
      throw unusable(dataDir, error);
    });
  if (letGo !== null) return letGo;
  throw new QueueUnavailableError(
    `The folder ${dataDir} is in use by another process, and without QUEUE_URL only one can run: ` +
      'stop the other one, or give both the same QUEUE_URL, such as redis://localhost:6379.',
  );
}

async function openDatabase(dataDir: string): Promise<PGlite> {
  const folder = join(dataDir, 'queue');
  if (!(await exists(folder))) await createDatabase(folder);
  const db = await start(folder);
  await migrate(db);
  await releaseOrphans(db);
  await db.exec('VACUUM');
  return db;
}

function start(folder: string): Promise<PGlite> {
  return PGlite.create(folder, { startParams: [...PGlite.defaultStartParams, ...SMALL] });
}

/** Creating takes seconds. A process that is killed meanwhile must not leave half a database under the final name. */
async function createDatabase(folder: string): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  const db = await start(unfinished);
  await migrate(db);
  await db.close();
  await rename(unfinished, folder);
}

async function migrate(db: PGlite): Promise<void> {
  const client = await new PglitePool(db).connect();
  await runMigrations(client, DEFAULT_SCHEMA);
  client.release();
  await db.exec(`SET search_path TO ${DEFAULT_SCHEMA}`);
}

/**
 * Ends the locks of jobs that were running when the last process died: nobody else can hold them. BullMQ takes such
 * jobs up again in its first check, which it makes at once when there is no note of an earlier one.
 */
async function releaseOrphans(db: PGlite): Promise<void> {
  await db.exec(`
    UPDATE job SET locked_until_ms = 0, stalled_marked = true WHERE state = 'active';
    DELETE FROM meta WHERE field = 'stalled-check';
  `);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function unusable(dataDir: string, cause: unknown): QueueUnavailableError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new QueueUnavailableError(
    `Without QUEUE_URL the queue is kept in the folder ${dataDir}, which cannot be used: ${reason}`,
    { cause },
  );
}
