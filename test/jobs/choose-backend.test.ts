import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { openBackend, parseQueueUrl } from '../../src/jobs/choose-backend.ts';
import { QueueUnavailableError, QueueUrlError } from '../../src/jobs/index.ts';

const open = (url: string): Promise<unknown> => openBackend({ url, dataDir: '/nowhere', log: () => {} });

describe('QUEUE_URL', () => {
  test.for([
    [null, 'embedded'],
    ['', 'embedded'],
    ['  ', 'embedded'],
    ['redis://localhost', 'redis'],
    ['redis://user:p%40ss@localhost:6379/3', 'redis'],
    ['rediss://cache.example.com:6380', 'redis'],
    [' redis://localhost:6379\n', 'redis'],
    ['postgres://u:p@localhost:5432/jobs', 'postgres'],
    ['postgresql://localhost/jobs?sslmode=require', 'postgres'],
    ['postgres:///jobs?host=/run/postgresql', 'postgres'],
  ] as const)('%j means %s', ([text, kind]) => {
    expect(parseQueueUrl(text).kind).toBe(kind);
  });

  test.for([
    ['mysql://root:hunter2@localhost/jobs', 'it begins with "mysql:"'],
    ['localhost:6379', 'it begins with "localhost:"'],
    ['hunter2', 'it is not a URL'],
    ['redis://', 'it names no host'],
    ['redis:///3', 'it names no host'],
    ['redis://:hunter2@', 'it is not a URL'],
  ] as const)('%j is refused, in one sentence without its secrets', ([text, reason]) => {
    const parse = (): unknown => parseQueueUrl(text);
    expect(parse).toThrow(QueueUrlError);
    expect(parse).toThrow(
      /^QUEUE_URL must begin with redis:\/\/, rediss:\/\/ or postgres:\/\/, such as redis:\/\/local/,
    );
    expect(parse).toThrow(reason);
    expect(parse).not.toThrow(/hunter2/);
  });
});

describe('an engine that is not there', () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });

  async function listen(): Promise<{ readonly server: Server; readonly port: number }> {
    const server = createServer(() => {});
    servers.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    return { server, port: address !== null && typeof address === 'object' ? address.port : 0 };
  }

  test.for(['redis', 'postgres'])('refuses the connection: %s', async (scheme) => {
    const { server, port } = await listen();
    server.close();
    await once(server, 'close');
    const opening = open(`${scheme}://user:hunter2@127.0.0.1:${port}/0`);
    await expect(opening).rejects.toThrow(QueueUnavailableError);
    await expect(opening).rejects.toThrow(/^QUEUE_URL names a .* at 127\.0\.0\.1:\d+.*ECONNREFUSED.*expected, such as/);
    await expect(opening).rejects.not.toThrow(/hunter2/);
  });

  test.concurrent.for(['redis', 'postgres'])('accepts the connection and never says a word: %s', async (scheme) => {
    const { port } = await listen();
    await expect(open(`${scheme}://127.0.0.1:${port}/0`)).rejects.toThrow(QueueUnavailableError);
  });
});
