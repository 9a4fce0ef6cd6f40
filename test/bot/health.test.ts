import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Health, serveHealth } from '../../src/bot/health.ts';

describe('the health of a bot', () => {
  let problems: readonly string[];
  let health: Health;

  beforeEach(async () => {
    problems = [];
    health = await serveHealth(0, async () => problems);
  });
  afterEach(() => health.close());

  async function get(path: string) {
    const response = await fetch(`http://127.0.0.1:${health.port}${path}`);
    return { status: response.status, cache: response.headers.get('cache-control'), body: await response.json() };
  }

  test.each<[path: string, problems: readonly string[], status: number, body: unknown]>([
    ['/healthz', [], 200, { status: 'alive' }],
    ['/healthz', ['Slack is not connected'], 200, { status: 'alive' }],
    ['/readyz', [], 200, { status: 'ready' }],
    ['/readyz', ['the queue does not answer'], 503, { status: 'not ready', problems: ['the queue does not answer'] }],
    ['/', [], 404, { status: 'not found' }],
    ['/healthz/more', [], 404, { status: 'not found' }],
  ])('at %s with the problems %j is %i', async (path, found, status, body) => {
    problems = found;
    expect(await get(path)).toEqual({ status, cache: 'no-store', body });
  });

  test('changes while it is asked', async () => {
    expect((await get('/readyz')).status).toBe(200);
    problems = ['Slack is not connected'];
    expect((await get('/readyz')).status).toBe(503);
    problems = [];
    expect((await get('/readyz')).status).toBe(200);
  });

  test('can be kept to this machine', async () => {
    const inside = await serveHealth(0, async () => [], '127.0.0.1');
    const { status } = await fetch(`http://127.0.0.1:${inside.port}/healthz`);
    // On Linux the whole of 127.0.0.0/8 is this machine, so another of its addresses stands for any other interface.
    await expect(fetch(`http://127.0.0.2:${inside.port}/healthz`)).rejects.toThrow('fetch failed');
    await inside.close();
    expect(status).toBe(200);
  });

  test('cannot be served at a port that is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await expect(serveHealth(port, async () => [])).rejects.toThrow('EADDRINUSE');
    other.close();
  });
});
