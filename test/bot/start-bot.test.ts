import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type SlackSandbox, startSlackSandbox } from '../../src/sandbox/slack/slack-sandbox.ts';
import { type BotProcess, startBotProcess } from '../support/bot-processes.ts';

/** The port of a server that is none of ours. */
async function occupyPort(): Promise<{ server: Server; port: string }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  return { server, port: typeof address === 'object' && address !== null ? String(address.port) : '' };
}

describe('a bot that cannot start', { timeout: 120_000 }, () => {
  let slack: SlackSandbox;
  let occupied: Awaited<ReturnType<typeof occupyPort>>;
  let dataDir: string;
  let bot: BotProcess | undefined;

  beforeAll(async () => {
    slack = await startSlackSandbox({ port: 0, panel: { list: () => [], active: () => '', choose: async () => {} } });
    occupied = await occupyPort();
    dataDir = await mkdtemp(join(tmpdir(), 'ecr-why-start-bot-'));
  });
  afterEach(() => bot?.kill());
  afterAll(async () => {
    await slack.close();
    occupied.server.close();
    await rm(dataDir, { recursive: true });
  });

  test.each([
    ['a bot token that Slack refuses', () => ({ SLACK_BOT_TOKEN: 'xoxb-wrong' }), 'invalid_auth'],
    ['an app token that Slack refuses', () => ({ SLACK_APP_TOKEN: 'xapp-wrong' }), 'invalid_auth'],
    ['a health port that is taken', () => ({ HEALTH_PORT: occupied.port }), 'EADDRINUSE'],
  ])('for %s says so and ends, with nothing left open', async (_what, wrong, reason) => {
    bot = startBotProcess({
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      DATA_DIR: dataDir,
      HEALTH_PORT: '0',
      ...wrong(),
    });
    const { err } = await bot.logged('ecr-why could not start');
    expect(JSON.stringify(err)).toContain(reason);
    expect(await bot.ended).toBe(1);
  });
});
