import { expect, it } from 'vitest';
import { createRepeatTeller } from '../../../src/slack/telling/repeats.ts';
import { fakeLog, fakeSlack, lostReply, rateLimit, refusal } from '../support/fake-slack.ts';
import type { FakeSlack } from '../support/fake-slack.ts';

const STORY = { id: 'd-1', channel: 'C1', threadTs: '1.1', since: '2026-11-21T15:02:00Z' };

const tellerOf = (slack: FakeSlack) => createRepeatTeller({ clients: slack.clients, log: fakeLog().log });

it('counts in one message that is edited, also by the process that comes after a restart', async () => {
  const slack = fakeSlack();
  const first = tellerOf(slack);
  await first.tell({ ...STORY, count: 1 });
  expect(slack.messages.map(({ text }) => text)).toEqual([
    expect.stringMatching(/^The same failure was reported once more since <!date\^/),
  ]);
  await first.tell({ ...STORY, count: 41 });
  await tellerOf(slack).tell({ ...STORY, count: 499 });
  expect(slack.messages).toMatchObject([
    { thread_ts: '1.1', text: expect.stringContaining('reported 499 more times') },
  ]);
});

it('keeps the count of each story apart', async () => {
  const slack = fakeSlack();
  const teller = tellerOf(slack);
  await teller.tell({ ...STORY, count: 1 });
  await teller.tell({ ...STORY, id: 'd-2', count: 7 });
  expect(slack.messages.map(({ metadata }) => metadata?.event_payload.id)).toEqual(['d-1', 'd-2']);
});

it('looks for its message once, not at every edit', async () => {
  const slack = fakeSlack();
  const teller = tellerOf(slack);
  for (const count of [1, 2, 3]) await teller.tell({ ...STORY, count });
  expect(slack.calls('conversations.replies')).toHaveLength(1);
});

it('fails when Slack is away, and is quiet when the message is gone', async () => {
  const slack = fakeSlack();
  const teller = tellerOf(slack);
  await teller.tell({ ...STORY, count: 1 });
  slack.fail('chat.update', lostReply(), refusal('message_not_found'));
  await expect(teller.tell({ ...STORY, count: 2 })).rejects.toThrow('socket hang up');
  await teller.tell({ ...STORY, count: 3 });
});

it('never counts back, and edits nothing when the count stands already', async () => {
  const slack = fakeSlack();
  const teller = tellerOf(slack);
  for (const count of [7, 7, 3]) await teller.tell({ ...STORY, count });
  expect(slack.messages).toMatchObject([{ text: expect.stringContaining('reported 7 more times') }]);
  expect(slack.calls('chat.update')).toHaveLength(1);
});

it('tries the same count again after an edit that may not have arrived', async () => {
  const slack = fakeSlack();
  const teller = tellerOf(slack);
  await teller.tell({ ...STORY, count: 1 });
  slack.fail('chat.update', rateLimit(30));
  await expect(teller.tell({ ...STORY, count: 41 })).rejects.toThrow('rate');
  await teller.tell({ ...STORY, count: 41 });
  expect(slack.messages).toMatchObject([{ text: expect.stringContaining('reported 41 more times') }]);
});

it('waits for no rate limit among the edits of others', async () => {
  const { clients } = fakeSlack();
  const steady = fakeSlack();
  const teller = createRepeatTeller({ clients: { ...clients, steady: steady.clients.steady }, log: fakeLog().log });
  await teller.tell({ ...STORY, count: 1 });
  expect(steady.calls('chat.update')).toEqual([]);
});
