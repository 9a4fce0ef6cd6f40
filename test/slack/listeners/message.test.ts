import { describe, expect, it } from 'vitest';
import { ERROR, house, IMAGE, TS } from '../support/a-house.ts';
import { NOW } from '../support/fake-desk.ts';

describe('a message', () => {
  const attachment = { text: '', attachments: [{ fallback: ERROR, text: ERROR }] };

  it.each<[string, object]>([
    ['of a person', {}],
    ['of a modern app', { bot_id: 'B-OTHER' }],
    ['of a webhook, in its attachments', { subtype: 'bot_message', bot_id: 'B-OTHER', user: undefined, ...attachment }],
    ['that is a file with words', { subtype: 'file_share' }],
    ['that was sent to the channel too', { subtype: 'thread_broadcast', thread_ts: '1.1' }],
  ])('%s is answered in its thread', async (_, event) => {
    const { message, fakes } = house();
    await message(event);
    const threadTs = 'thread_ts' in event ? event.thread_ts : TS;
    expect(fakes.asks).toMatchObject([
      {
        sighting: { image: { tag: 'v2.1.0' }, symptom: { kind: 'not_found' } },
        conversation: { channel: 'C1', threadTs, responseUrl: null },
      },
    ]);
  });

  it.each<[string, object, object?]>([
    ['of ours', { user: 'U-BOT' }],
    ['of ours, as an app', { user: undefined, bot_id: 'B-BOT' }],
    ['that is an edit', { subtype: 'message_changed' }],
    ['that was deleted', { subtype: 'message_deleted' }],
    ['that says that somebody came', { subtype: 'channel_join' }],
    ['that reports no failed pull', { text: `please deploy ${IMAGE}` }],
    ['that names nothing to look into', { text: 'CannotPullContainerError again, who can help?' }],
    ['from before a reconnect', { ts: `${NOW / 1000 - 3600}.000100` }],
    ['in a shared channel', {}, { is_ext_shared_channel: true }],
    ['in a channel that is shared, says Slack when asked', { channel: 'C-SHARED' }],
  ])('%s is left in silence', async (_, event, body) => {
    const { message, fakes, slack } = house();
    await message(event, body);
    expect(fakes.asks).toEqual([]);
    expect(slack.messages).toEqual([]);
  });

  it('is answered once, however often it is delivered, and a thread once', async () => {
    const { message, fakes } = house();
    await message({}, { event_id: 'Ev-same' });
    await message({}, { event_id: 'Ev-same' });
    await message({});
    await message({ ts: `${NOW / 1000 - 1}.000200`, thread_ts: TS });
    expect(fakes.asks).toHaveLength(1);
  });

  it('of a person is pointed to the thread where the same is being answered; a storm of alerts is not', async () => {
    const { message, fakes, whispers } = house();
    fakes.desk.diagnose = () =>
      Promise.resolve({
        id: 'd-1',
        existing: { team: 'T1', channel: 'C1', threadTs: '1.1', user: null, responseUrl: null },
      });
    await message({ user: undefined, bot_id: 'B-ALERTS', subtype: 'bot_message' });
    expect(whispers()).toEqual([]);
    await message({ ts: `${NOW / 1000 - 1}.000200` });
    expect(whispers()).toEqual([expect.stringContaining('here is the thread')]);
  });

  it('with many images leads to five answers at most', async () => {
    const { message, fakes } = house();
    const lines = Array.from({ length: 8 }, (_, index) => `Failed to pull image "${IMAGE}-${index}": not found`);
    await message({ text: lines.join('\n') });
    expect(fakes.asks.length).toBeGreaterThan(1);
    expect(fakes.asks.length).toBeLessThanOrEqual(5);
  });
});
