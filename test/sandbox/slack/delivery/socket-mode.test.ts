import { SocketModeReceiver, LogLevel } from '@slack/bolt';
import { expect, it } from 'vitest';
import { ANN, OPS } from '../../../../src/sandbox/slack/workspace.ts';
import { startStage } from '../real-bot.ts';

it('an event is sent again until it is acknowledged, under its own event_id', async () => {
  const stage = await startStage({ ackTimeoutMs: 30, retryDelaysMs: [0, 0] });
  const attempts: { readonly id: unknown; readonly retry: unknown; readonly reason: unknown }[] = [];
  // Bolt acknowledges an event in processEvent: an app that does not get there has not acknowledged.
  const processEvent = stage.app.processEvent.bind(stage.app);
  stage.app.processEvent = async (event) => {
    attempts.push({ id: event.body['event_id'], retry: event.retryNum, reason: event.retryReason });
    if (attempts.length === 3) await processEvent(event);
  };
  await stage.slack.post({ channel: OPS.id, user: ANN.id, text: 'hello' });
  await expect.poll(() => attempts.length).toBe(3);
  expect(attempts.map(({ retry }) => retry)).toEqual([undefined, 1, 2]);
  expect(attempts[1]?.reason).toBe('timeout');
  expect(new Set(attempts.map(({ id }) => id)).size).toBe(1);
  await stage.stop();
});

it('an event waits for an app that is away', async () => {
  const stage = await startStage({ ackTimeoutMs: 100 });
  const texts: string[] = [];
  stage.app.message(async ({ message }) => {
    if ('text' in message) texts.push(message.text ?? '');
  });
  await stage.app.stop();
  await expect
    .poll(async () => stage.slack.slash({ channel: OPS.id, user: ANN.id, command: '/ecr', text: '' }))
    .toEqual({
      kind: 'failed',
      reason: '/ecr failed, because the app is not connected.',
    });
  await stage.slack.post({ channel: OPS.id, user: ANN.id, text: 'while you were away' });
  await stage.app.start();
  await expect.poll(() => texts).toEqual(['while you were away']);
  await stage.stop();
});

it('a command that is not acknowledged fails, and is not sent again', async () => {
  const stage = await startStage({ ackTimeoutMs: 30 });
  let calls = 0;
  stage.app.command('/ecr', async () => {
    calls += 1;
  });
  const outcome = await stage.slack.slash({ channel: OPS.id, user: ANN.id, command: '/ecr', text: '' });
  expect(outcome).toEqual({ kind: 'failed', reason: '/ecr failed, because the app did not respond in time.' });
  expect(calls).toBe(1);
  await stage.stop();
});

it('two sockets take turns; when one is told to reconnect, nothing is lost', async () => {
  const stage = await startStage();
  const second = new SocketModeReceiver({
    appToken: stage.slack.appToken,
    logLevel: LogLevel.ERROR,
    installerOptions: { clientOptions: { slackApiUrl: stage.slack.apiUrl } },
  });
  second.init(stage.app);
  await second.start();
  const texts: string[] = [];
  stage.app.message(async ({ message }) => {
    if ('text' in message) texts.push(message.text ?? '');
  });
  for (const text of ['a', 'b', 'c']) await stage.slack.post({ channel: OPS.id, user: ANN.id, text });
  await expect.poll(() => texts.toSorted()).toEqual(['a', 'b', 'c']);
  stage.slack.refreshSockets();
  await stage.slack.post({ channel: OPS.id, user: ANN.id, text: 'd' });
  await expect.poll(() => texts.includes('d'), { timeout: 8_000 }).toBe(true);
  await second.stop();
  await stage.stop();
}, 15_000);
