import { describe, expect, it } from 'vitest';
import { house } from '../support/a-house.ts';

describe('the message shortcut', () => {
  it('answers in the thread of the message', async () => {
    const { shortcut, fakes } = house();
    await shortcut({ thread_ts: '1.1' });
    expect(fakes.asks).toMatchObject([{ conversation: { threadTs: '1.1', responseUrl: 'https://hooks.slack.com/x' } }]);
  });

  it('says when a pull failed, and nothing is named to look into', async () => {
    const { shortcut, fakes, told } = house();
    await shortcut({ text: 'Failed to pull image: ImagePullBackOff' });
    expect(fakes.asks).toEqual([]);
    expect(told[0]?.text).toContain('names neither the image nor the workload');
  });

  it('says when there is nothing to read', async () => {
    const { shortcut, fakes, told } = house();
    await shortcut({ text: 'good morning' });
    expect(fakes.asks).toEqual([]);
    expect(told[0]?.text).toContain('I see no failed pull in that message');
  });
});
