import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSlackSandbox, type SlackSandbox } from '../../../../src/sandbox/slack/slack-sandbox.ts';
import { ANN, OPS } from '../../../../src/sandbox/slack/workspace.ts';
import { twoWorlds } from '../real-bot.ts';

let slack: SlackSandbox;
const panel = twoWorlds();
beforeAll(async () => {
  slack = await startSlackSandbox({ port: 0, panel });
});
afterAll(async () => slack.close());

const POST = { kind: 'post', user: ANN.id, channel: OPS.id, text: 'hello' };

/** Sends with any headers, also those that `fetch` does not let one set. */
async function send(path: string, headers: Record<string, string>, body?: unknown): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(
      new URL(path, slack.url.replace('localhost', '127.0.0.1')),
      { method: body === undefined ? 'GET' : 'POST', headers },
      (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    );
    sent.on('error', reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

const JSON_TYPE = { 'content-type': 'application/json' };

describe('the page', () => {
  it('is bundled from source, and may load nothing from elsewhere', async () => {
    const page = await fetch(slack.url);
    const script = await fetch(`${slack.url}/ui/app.js`);
    const style = await fetch(`${slack.url}/ui/app.css`);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('content-security-policy')).toContain("connect-src 'self'");
    expect(await page.text()).not.toMatch(/https?:\/\//);
    expect([page.status, script.status, style.status]).toEqual([200, 200, 200]);
    expect(script.headers.get('content-type')).toContain('text/javascript');
  });

  it('opens at a permalink', async () => {
    const page = await fetch(`${slack.url}/archives/${OPS.id}/p1700000000000001`);
    expect(page.headers.get('content-type')).toContain('text/html');
  });

  it('chooses a world', async () => {
    expect(await send('/page/act', JSON_TYPE, { kind: 'choose-world', user: ANN.id, world: 'denied-pull' })).toBe(200);
    expect(panel.active()).toBe('denied-pull');
    await slack.chooseWorld('nowhere');
    expect(panel.active()).toBe('denied-pull');
  });
});

describe('is refused', () => {
  it.each<[string, string, Record<string, string>, unknown, number]>([
    ['an action of a foreign page', '/page/act', { ...JSON_TYPE, origin: 'https://evil.example' }, POST, 403],
    ['an action of a page on another port', '/page/act', { ...JSON_TYPE, origin: 'http://localhost:1' }, POST, 403],
    ['an action of a page without an origin', '/page/act', { ...JSON_TYPE, origin: 'null' }, POST, 403],
    ['an action that a form could send', '/page/act', { 'content-type': 'text/plain' }, POST, 415],
    ['an action that is none', '/page/act', JSON_TYPE, { kind: 'delete-everything' }, 400],
    ['a request under another name', '/', { host: 'rebound.example' }, undefined, 421],
    ['a path that is none', '/etc/passwd', {}, undefined, 404],
    ['a path that climbs', '/ui/../../package.json', {}, undefined, 404],
  ])('%s', async (_, path, headers, body, status) => {
    const before = slack.messages(OPS.id).length;
    expect(await send(path, headers, body)).toBe(status);
    expect(slack.messages(OPS.id)).toHaveLength(before);
  });

  it('a socket without a ticket, and a socket of a foreign page', async () => {
    const upgrade = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    };
    expect(await send('/socket?ticket=guessed', upgrade)).toBe(403);
    expect(await send('/socket', { ...upgrade, origin: 'https://evil.example' })).toBe(403);
  });
});

it('a port that is taken is an error, not a wait', async () => {
  const port = Number(new URL(slack.url).port);
  await expect(startSlackSandbox({ port, panel })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
