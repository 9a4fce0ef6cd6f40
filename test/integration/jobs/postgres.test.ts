import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { describeContract } from '../../jobs/contract.ts';
import { openAt } from '../../jobs/engine-under-test.ts';
import { serverUrl } from './server-url.ts';

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
  emptyPlace: async () => {
    const name = `jobs_${randomUUID().replaceAll('-', '')}`;
    await admin.query(`CREATE DATABASE ${name}`);
    databases.push(name);
    const url = new URL(server);
    url.pathname = `/${name}`;
    return { url: url.href, dataDir: '/nowhere' };
  },
};

describeContract(engine);

describe('PostgreSQL', () => {
  test('without that database is an error without the password', async () => {
    const url = new URL(server);
    url.password = 'hunter2';
    url.pathname = '/no_such_database';
    const opening = openAt({ url: url.href, dataDir: '/nowhere' });
    await expect(opening).rejects.toThrow(/QUEUE_URL names a PostgreSQL at .*no_such_database.*does not exist/);
    await expect(opening).rejects.not.toThrow(/hunter2/);
  });

  test('keeps the options that its URL carries', async () => {
    const { url, dataDir } = await engine.emptyPlace();
    const withOptions = new URL(url);
    withOptions.searchParams.set('options', '-c statement_timeout=5000');
    const jobs = await openAt({ url: withOptions.href, dataDir });
    expect(await jobs.addDiagnosis('d', { text: 'x' })).toEqual({ added: true });
    await jobs.close(0);
  });
});
