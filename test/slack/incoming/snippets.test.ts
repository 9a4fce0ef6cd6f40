import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSnippetReader } from '../../../src/slack/incoming/snippets.ts';
import { fakeLog } from '../support/fake-slack.ts';

const asked: (string | undefined)[] = [];
let origin = '';

function answer(request: IncomingMessage, response: ServerResponse): void {
  asked.push(request.headers.authorization);
  if (request.url === '/away') return void response.writeHead(302, { location: '/snippet' }).end();
  if (request.url === '/login')
    return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in</html>');
  if (request.url === '/gone')
    return void response.writeHead(404, { 'content-type': 'text/plain' }).end('no such file');
  response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(request.url === '/huge' ? 'x'.repeat(5_000_000) : 'CannotPullContainerError é');
}

const server = createServer(answer);
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
});
afterAll(() => server.close());

async function read(...files: readonly object[]) {
  const { log, lines } = fakeLog();
  const reader = createSnippetReader({ botToken: 'xoxb-secret', slackApiUrl: `${origin}/api/` }, log);
  return { text: await reader.textOf({ files }), lines };
}

const snippet = (path: string) => ({ mode: 'snippet', url_private: `${origin}${path}` });

describe('a snippet', () => {
  it('is read with our token', async () => {
    expect(await read(snippet('/snippet'))).toEqual({ text: 'CannotPullContainerError é', lines: [] });
    expect(asked.at(-1)).toBe('Bearer xoxb-secret');
  });

  it('is read no further than it is worth', async () => {
    const { text } = await read(snippet('/huge'));
    expect(text.length).toBeGreaterThanOrEqual(200_000);
    expect(text.length).toBeLessThan(1_000_000);
  });

  it.each(['/login', '/gone'])('is nothing at %s', async (path) => expect((await read(snippet(path))).text).toBe(''));
  it('is not looked for where Slack sends us', async () =>
    expect(await read(snippet('/away'))).toMatchObject({ text: '', lines: [{ level: 'warn' }] }));

  it.each([
    [{ mode: 'snippet', url_private: 'https://evil.example/snippet' }],
    [{ mode: 'snippet', url_private: 'https://files.slack.com.evil.example/x' }],
    [{ mode: 'hosted', url_private: 'https://files.slack.com/picture.png' }],
    [{ mode: 'snippet', url_private: 'not a url' }],
    [{ mode: 'snippet' }],
  ])('is not asked for, with our token, at %j', async (file) => {
    const before = asked.length;
    expect((await read(file)).text).toBe('');
    expect(asked).toHaveLength(before);
  });

  it('is not asked for at another name of the same machine', async () => {
    const before = asked.length;
    expect(
      (await read({ mode: 'snippet', url_private: `${origin.replace('127.0.0.1', 'localhost')}/snippet` })).text,
    ).toBe('');
    expect(asked).toHaveLength(before);
  });

  it('may be missing', async () => expect((await read()).text).toBe(''));
});
