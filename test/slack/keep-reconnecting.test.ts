import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { App, LogLevel } from '@slack/bolt';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { startSlackSandbox } from '../../src/sandbox/slack/slack-sandbox.ts';
import type { SlackSandbox } from '../../src/sandbox/slack/slack-sandbox.ts';
import { createReceivers } from '../../src/slack/receivers.ts';

let slack: SlackSandbox;

beforeAll(async () => {
  const panel = { list: () => [], active: () => '', choose: () => Promise.resolve() };
  slack = await startSlackSandbox({ port: 0, panel });
});

afterAll(() => slack.close());

/** The API of the local Slack, behind a door that can be shut: what comes then is refused for good. */
async function openDoor() {
  const door = { isShut: false, refused: 0, url: '' };
  const server = createServer((incoming, outgoing) => {
    void buffer(incoming).then(async (body) => {
      outgoing.setHeader('content-type', 'application/json');
      if (door.isShut) {
        door.refused += 1;
        outgoing.end(JSON.stringify({ ok: false, error: 'invalid_auth' }));
        return;
      }
      const authorization = String(incoming.headers.authorization);
      const method = String(incoming.url).replace(/^\/api\//, '');
      const answer = await fetch(new URL(method, slack.apiUrl), { method: 'POST', headers: { authorization }, body });
      outgoing.end(await answer.text());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- A server that listens on a port has this kind of address.
  door.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
  return door;
}

const warnings: string[] = [];
const quiet = () => undefined;
const LOGGER = {
  debug: quiet,
  info: quiet,
  warn: (line: string) => void warnings.push(line),
  error: quiet,
  setLevel: quiet,
  setName: quiet,
  getLevel: () => LogLevel.ERROR,
};

async function connect(url: string) {
  const receivers = createReceivers({ mode: 'socket', appToken: slack.appToken }, url, LOGGER);
  const clientOptions = { slackApiUrl: slack.apiUrl };
  const app = new App({ token: slack.botToken, receiver: receivers.all[0], clientOptions, logger: LOGGER });
  for (const receiver of receivers.all) receiver.init(app);
  await receivers.start();
  return receivers;
}

it('a Slack that refuses us for a while finds us again', async () => {
  const door = await openDoor();
  const receivers = await connect(door.url);
  await vi.waitFor(() => expect(receivers.isConnected()).toBe(true), 10_000);
  door.isShut = true;
  slack.refreshSockets();
  await vi.waitFor(() => expect(door.refused).toBeGreaterThan(2), 20_000);
  expect(receivers.isConnected()).toBe(false);
  expect(warnings.join('\n')).toContain('could not be made again');
  door.isShut = false;
  await vi.waitFor(() => expect(receivers.isConnected()).toBe(true), 20_000);
  await receivers.stop();
}, 60_000);

it('stops in the middle of it', async () => {
  const door = await openDoor();
  const receivers = await connect(door.url);
  door.isShut = true;
  slack.refreshSockets();
  await vi.waitFor(() => expect(door.refused).toBeGreaterThan(0), 20_000);
  await receivers.stop();
  expect(receivers.isConnected()).toBe(false);
}, 60_000);
