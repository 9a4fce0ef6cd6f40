import { EventEmitter } from 'node:events';
import type { PGlite } from '@electric-sql/pglite';
import type { PgPool, PgPoolClient, PgQueryResult } from 'bullmq';

/** One PGlite database in the shape of a `pg.Pool`, which is all that BullMQ asks of PostgreSQL. */
export class PglitePool extends EventEmitter implements PgPool {
  /** Nothing can drop the connection to a database in this process, so a worker may wait on it for as long as it likes. */
  readonly options = { keepAlive: true };
  readonly #db: PGlite;

  constructor(db: PGlite) {
    super();
    this.#db = db;
  }

  async connect(): Promise<PgPoolClient> {
    return new PgliteClient(this.#db);
  }

  query<Row>(text: string, values?: readonly unknown[]): Promise<PgQueryResult<Row>> {
    return query<Row>(this.#db, text, values);
  }

  async end(): Promise<void> {
    await this.#db.close();
  }
}

/** All clients share the one session that PGlite has, and so hear what any of them listens for. */
class PgliteClient extends EventEmitter implements PgPoolClient {
  readonly #db: PGlite;
  readonly #stopListening: () => void;

  constructor(db: PGlite) {
    super();
    this.#db = db;
    this.#stopListening = db.onNotification((channel, payload) => this.emit('notification', { channel, payload }));
  }

  query<Row>(text: string, values?: readonly unknown[]): Promise<PgQueryResult<Row>> {
    return query<Row>(this.#db, text, values);
  }

  release(): void {
    this.#stopListening();
  }
}

async function query<Row>(db: PGlite, text: string, values?: readonly unknown[]): Promise<PgQueryResult<Row>> {
  if (values !== undefined) return db.query<Row>(text, [...values]);
  // Without values a text may hold several statements, as BullMQ's migrations do, and only `exec` runs those.
  const results = await db.exec(text);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `exec` leaves the row's type open; who wrote the text knows it.
  return { rows: (results.at(-1)?.rows ?? []) as Row[] };
}
