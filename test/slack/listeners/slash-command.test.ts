import { describe, expect, it } from 'vitest';
import { house, IMAGE } from '../support/a-house.ts';
import { refusal } from '../support/fake-slack.ts';

describe('/ecr', () => {
  it('asks about an image, in a thread of its own', async () => {
    const { slash, fakes, told } = house();
    await slash(`why ${IMAGE}`);
    expect(fakes.asks).toMatchObject([
      {
        sighting: { image: { tag: 'v2.1.0' } },
        conversation: { team: 'T1', channel: 'C1', threadTs: null, user: 'UANN' },
        isFresh: false,
      },
    ]);
    expect(told).toEqual([]);
  });

  it.each(['', 'help', 'why', 'why not-an-image', 'dance'])(
    '%j gets help with a right example, privately',
    async (text) => {
      const { slash, fakes, told } = house();
      await slash(text);
      expect(fakes.asks).toEqual([]);
      expect(told).toMatchObject([
        { response_type: 'ephemeral', text: expect.stringContaining('/ecr why 123456789012.dkr.ecr.') },
      ]);
    },
  );

  it.each([
    ['in a channel that is shared with another company', { channel_id: 'C-SHARED' }, null],
    ['for somebody of another company', { team_id: 'T2' }, null],
    ['where it cannot be found out whether the channel is shared', {}, refusal('missing_scope')],
  ])('refuses %s', async (_, change, failure) => {
    const { slash, fakes, told, slack } = house();
    if (failure !== null) slack.fail('conversations.info', failure);
    await slash(`why ${IMAGE}`, change);
    expect(fakes.asks).toEqual([]);
    expect(told).toHaveLength(1);
  });

  it('answers where it is not a member, for there it can speak to the one who asked alone', async () => {
    const { slash, fakes, slack } = house();
    slack.fail('conversations.info', refusal('channel_not_found'));
    await slash(`why ${IMAGE}`);
    expect(fakes.asks).toMatchObject([{ conversation: { responseUrl: 'https://hooks.slack.com/x' } }]);
  });

  it('points to the thread where the same is being answered', async () => {
    const { slash, fakes, told } = house();
    const existing = { team: 'T1', channel: 'C2', threadTs: '1.1', user: null, responseUrl: null };
    fakes.desk.diagnose = () => Promise.resolve({ id: 'd-1', existing });
    await slash(`why ${IMAGE}`);
    expect(told[0]?.text).toContain('<https://demo.slack.com/archives/C2/p1|here is the thread>');
  });
});
