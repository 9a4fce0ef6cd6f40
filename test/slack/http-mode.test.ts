import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSlackSandbox } from '../../src/sandbox/slack/slack-sandbox.ts';
import type { SlackSandbox } from '../../src/sandbox/slack/slack-sandbox.ts';
import { ANN, OPS } from '../../src/sandbox/slack/workspace.ts';
import { createSlackApp } from '../../src/slack/app.ts';
import type { SlackEdge } from '../../src/slack/app.ts';
import { fakeDesk } from './support/fake-desk.ts';
import { fakeLog } from './support/fake-slack.ts';

const SECRET = '0123456789abcdef0123456789abcdef';
const house = fakeDesk();
let slack: SlackSandbox;
let edge: SlackEdge;
let port = 0;

beforeAll(async () => {
  slack = await startSlackSandbox({
    port: 0,
    panel: { list: () => [], active: () => '', choose: () => Promise.resolve() },
  });
  port = await freePort();
  edge = createSlackApp(
    { mode: 'http', signingSecret: SECRET, port, botToken: slack.botToken, slackApiUrl: slack.apiUrl },
    house.desk,
    fakeLog().log,
  );
  await edge.start();
});
afterAll(async () => {
  await edge.stop();
  await slack.close();
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** A slash command as Slack sends it, signed with this secret this many seconds ago. */
async function send(secret: string, age = 0): Promise<number> {
  const image = '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/api:v2.1.0';
  const body = new URLSearchParams({
    command: '/ecr',
    text: `why ${image}`,
    channel_id: OPS.id,
    user_id: ANN.id,
    team_id: 'T0LOCAL01',
    response_url: `${slack.apiUrl}none`,
    trigger_id: 'x',
  }).toString();
  const timestamp = String(Math.floor(Date.now() / 1000) - age);
  const signature = `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': signature,
  };
  const response = await fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', headers, body });
  return response.status;
}

describe('over HTTP', () => {
  it('hears what Slack signed', async () => {
    expect(await send(SECRET)).toBe(200);
    await expect.poll(() => house.asks.length).toBe(1);
  });

  it.each<[string, () => Promise<number>]>([
    ['somebody else signed', () => send('another secret')],
    ['is ten minutes old', () => send(SECRET, 600)],
  ])('refuses what %s', async (_, sent) => {
    const before = house.asks.length;
    expect(await sent()).toBe(401);
    expect(house.asks).toHaveLength(before);
  });

  it('is connected while it listens', async () => {
    expect(edge.isConnected()).toBe(true);
    await edge.stop();
    expect(edge.isConnected()).toBe(false);
    await edge.start();
  });
});
