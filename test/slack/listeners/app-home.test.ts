import { describe, expect, it } from 'vitest';
import { checkView } from '../../../src/sandbox/slack/view-limits.ts';
import { house } from '../support/a-house.ts';

describe('the App Home', () => {
  it('is drawn when it is opened', async () => {
    const { openHome, slack } = house();
    await openHome('home');
    const [published] = slack.calls('views.publish');
    expect(published?.['user_id']).toBe('UANN');
    expect(checkView(published?.['view'])).toEqual([]);
  });

  it('is not drawn for its other tabs', async () => {
    const { openHome, slack } = house();
    await openHome('messages');
    expect(slack.calls('views.publish')).toEqual([]);
  });
});
