import { describe, expect, it } from 'vitest';
import { drawAlreadyDecided, drawNotYoursToDecide } from '../../../src/slack/blocks/refusal.ts';
import { request, STATES } from '../support/requests.ts';

describe('a refusal', () => {
  it('says who was first', () => {
    const texts = STATES.map((state) => drawAlreadyDecided(request(state)).text);
    expect(texts.map((text) => text.split(' <!date')[0])).toEqual([
      'Nobody has decided this yet.',
      'Already approved by <@UBEN>',
      'Already rejected by <@UBEN>',
      'This request expired',
      'Already approved by <@UBEN>',
    ]);
  });

  it('tells the requester why they may not approve, and others whom it is for', () => {
    expect(drawNotYoursToDecide(request({ kind: 'awaiting' }), 'UANN').text).toContain('You asked for this');
    expect(drawNotYoursToDecide(request({ kind: 'awaiting' }), 'UCLEO').text).toBe(
      'This is for one of <@UBEN>, <!subteam^S0ONCALL> to decide.',
    );
  });
});
