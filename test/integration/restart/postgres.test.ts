import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll } from 'vitest';
import { describeGivenUp } from '../../scenarios/restart-given-up.ts';
import { describeRestart } from '../../scenarios/restart.ts';
import { serverUrl } from '../jobs/server-url.ts';

const server = serverUrl('TEST_POSTGRES_URL', 'postgres://postgres@127.0.0.1:5432/postgres');
const admin = new Client({ connectionString: server.href });
await admin.connect();
const databases: string[] = [];

afterAll(async () => {
  for (const name of databases) await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await admin.end();
});

const engine = {
  name: 'PostgreSQL',
  isShared: true,
  async emptyPlace() {
    const name = `restart_${randomUUID().replaceAll('-', '')}`;
    await admin.query(`CREATE DATABASE ${name}`);
    databases.push(name);
    const url = new URL(server);
    url.pathname = `/${name}`;
    return { url: url.href, dataDir: '/nowhere' };
  },
};

describeRestart(engine);
describeGivenUp(engine);
