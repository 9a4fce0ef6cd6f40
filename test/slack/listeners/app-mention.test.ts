import { describe, expect, it } from 'vitest';
import { ERROR, house, IMAGE } from '../support/a-house.ts';

describe('a mention', () => {
  it('asks about an image in the thread that it stands in', async () => {
    const { mention, fakes } = house();
    await mention(`<@UBOT> why ${IMAGE}`, { thread_ts: '1.1' });
    expect(fakes.asks).toMatchObject([
      { sighting: { image: { tag: 'v2.1.0' } }, conversation: { threadTs: '1.1', user: 'UANN' } },
    ]);
  });

  it.each(['<@UBOT>', 'hey <@UBOT> why'])('%j alone reads the message above', async (text) => {
    const { mention, fakes, slack } = house();
    slack.messages.push({ channel: 'C1', ts: '1.1', text: ERROR });
    await mention(text, { thread_ts: '1.1' });
    expect(fakes.asks).toMatchObject([
      { sighting: { symptom: { kind: 'not_found' } }, conversation: { threadTs: '1.1' } },
    ]);
  });

  it.each([
    ['<@UBOT> help', '/ecr why'],
    ['<@UBOT> dance', 'I know two commands'],
    ['<@UBOT>', 'finds out why this image cannot be pulled'],
    ['<@UBOT> why', 'finds out why this image cannot be pulled'],
  ])('%j is answered privately', async (text, answer) => {
    const { mention, fakes, whispers } = house();
    await mention(text);
    expect(fakes.asks).toEqual([]);
    expect(whispers()).toEqual([expect.stringContaining(answer)]);
  });

  it.each([
    ['good morning', 'I see no failed pull in that message'],
    ['Failed to pull image: ImagePullBackOff', 'A pull failed there, but the message names neither'],
  ])('says what is missing in %j above', async (above, answer) => {
    const { mention, slack, whispers } = house();
    slack.messages.push({ channel: 'C1', ts: '1.1', text: above });
    await mention('<@UBOT>', { thread_ts: '1.1' });
    expect(whispers()).toEqual([expect.stringContaining(answer)]);
  });

  it('and the same message as a message are answered once', async () => {
    const { mention, message, fakes } = house();
    await mention(`<@UBOT> why ${ERROR}`);
    await message({ text: `<@UBOT> why ${ERROR}` });
    expect(fakes.asks).toHaveLength(1);
  });

  it.each<[string, object, object]>([
    ['another company', { team: 'T2' }, {}],
    ['a shared channel', {}, { is_ext_shared_channel: true }],
  ])('from %s is refused', async (_, event, body) => {
    const { mention, fakes, whispers } = house();
    await mention(`<@UBOT> why ${IMAGE}`, event, body);
    expect(fakes.asks).toEqual([]);
    expect(whispers()).toHaveLength(1);
  });
});
