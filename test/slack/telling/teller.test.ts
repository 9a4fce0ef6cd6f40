import { describe, expect, it, vi } from 'vitest';
import type { StoryStep } from '../../../src/domain/story.ts';
import type { StoryNotes } from '../../../src/slack/telling/story.ts';
import { IN_CHANNEL, IN_THREAD, openStory } from '../support/a-story.ts';
import { diagnosis } from '../support/diagnoses.ts';
import { fakeSlack, lostReply, rateLimit, refusal } from '../support/fake-slack.ts';
import type { FakeSlack } from '../support/fake-slack.ts';

// Waiting until Slack is ready again takes no time here.
vi.mock('node:timers/promises', async (original) => ({
  ...(await original<typeof import('node:timers/promises')>()),
  setTimeout: () => Promise.resolve(),
}));

const STEPS: readonly StoryStep[] = [
  { id: 'token', title: 'Token', status: 'pass', lines: ['ecr:GetAuthorizationToken: allowed'] },
];

const kinds = (slack: FakeSlack) => slack.messages.map(({ metadata }) => metadata?.event_type);

describe('a story in a thread', () => {
  it('says at once that it is looking, then shows the steps, then one verdict of its own', async () => {
    const slack = fakeSlack();
    const { teller } = await openStory(slack);
    expect(kinds(slack)).toEqual(['ecr_why_progress']);
    expect(slack.messages[0]).toMatchObject({
      channel: 'C1',
      thread_ts: IN_THREAD.threadTs,
      unfurl_links: false,
      unfurl_media: false,
    });

    teller.step(STEPS);
    await teller.finish(diagnosis(), 4_100);
    expect(kinds(slack)).toEqual(['ecr_why_progress', 'ecr_why_verdict']);
    expect(slack.messages[0]?.text).toMatch(/^Found the cause in 4 checks, 4.1 s\n✓ Token/);
    expect(slack.messages[1]?.text).toMatch(/^Repository `shop\/api` exists/);
    expect(slack.messages[1]?.metadata?.event_payload).toEqual({ id: 'd-1' });
  });

  it('opens a thread of its own when the question came without one', async () => {
    const slack = fakeSlack();
    const { teller, saved } = await openStory(slack, { conversation: IN_CHANNEL });
    await teller.finish(diagnosis(), 1);
    const [parent, ...replies] = slack.messages;
    expect(parent?.text).toBe('<@U1> asked why `shop/api:v2.1.0` cannot be pulled.');
    expect(parent?.thread_ts).toBeUndefined();
    expect(replies.map(({ thread_ts: ts }) => ts)).toEqual([parent?.ts, parent?.ts]);
    expect(saved()).toEqual({ parentTs: parent?.ts, progressTs: replies[0]?.ts, verdictTs: replies[1]?.ts });
  });
});

describe('a story that is told again', () => {
  it('goes on in the messages that were noted', async () => {
    const slack = fakeSlack();
    const first = await openStory(slack, { conversation: IN_CHANNEL });
    await first.teller.finish(diagnosis(), 1);
    const second = await openStory(slack, { conversation: IN_CHANNEL, notes: first.saved(), isRerun: true });
    await second.teller.finish(diagnosis(), 1);
    expect(slack.messages).toHaveLength(3);
    expect([...slack.calls('conversations.history'), ...slack.calls('conversations.replies')]).toEqual([]);
  });

  it.each([0, 1, 2])('finds what was posted but not noted: dead after message %d', async (dead) => {
    const slack = fakeSlack();
    const first = await openStory(slack, { conversation: IN_CHANNEL });
    await first.teller.finish(diagnosis(), 1);
    const [parentTs, progressTs, verdictTs] = slack.messages.map(({ ts }) => ts);
    const noted: StoryNotes = Object.fromEntries(Object.entries({ parentTs, progressTs }).slice(0, dead));
    slack.messages.splice(dead + 1);

    const second = await openStory(slack, { conversation: IN_CHANNEL, notes: noted, isRerun: true });
    await second.teller.finish(diagnosis(), 1);
    expect(kinds(slack)).toEqual(['ecr_why_question', 'ecr_why_progress', 'ecr_why_verdict']);
    expect(second.saved()).toMatchObject({ parentTs, progressTs, verdictTs });
  });

  it('is not fooled by the verdict of another diagnosis in the same thread', async () => {
    const slack = fakeSlack();
    slack.messages.push({
      channel: 'C1',
      ts: '1.1',
      thread_ts: IN_THREAD.threadTs ?? '',
      text: '',
      metadata: { event_type: 'ecr_why_verdict', event_payload: { id: 'd-0' } },
    });
    const { teller } = await openStory(slack, { isRerun: true });
    await teller.finish(diagnosis(), 1);
    expect(kinds(slack)).toEqual(['ecr_why_verdict', 'ecr_why_progress', 'ecr_why_verdict']);
  });
});

/** Slack, where it does not know plan blocks. */
function refusePlans({ blocks }: Record<string, unknown>): Error | null {
  return JSON.stringify(blocks ?? '').includes('"plan"') ? refusal('invalid_blocks') : null;
}

describe('when Slack is in trouble', () => {
  it('posts no second verdict when the reply to the first was lost', async () => {
    const slack = fakeSlack();
    const { teller } = await openStory(slack);
    slack.failAfterwards('chat.postMessage', lostReply());
    await teller.finish(diagnosis(), 1);
    expect(kinds(slack)).toEqual(['ecr_why_progress', 'ecr_why_verdict']);
  });

  it('waits when it is told to, and does not search for what was refused', async () => {
    const slack = fakeSlack();
    const { teller } = await openStory(slack);
    slack.fail('chat.postMessage', rateLimit(2), rateLimit(1));
    await teller.finish(diagnosis(), 1);
    expect(kinds(slack)).toEqual(['ecr_why_progress', 'ecr_why_verdict']);
    expect(slack.calls('conversations.replies')).toEqual([]);
  });

  it('fails when Slack stays away, so that the job is run again', async () => {
    const slack = fakeSlack();
    const { teller } = await openStory(slack);
    slack.fail('chat.postMessage', ...Array.from({ length: 9 }, lostReply));
    await expect(teller.finish(diagnosis(), 1)).rejects.toThrow('socket hang up');
  });

  it('draws the steps plainly where plan blocks are refused', async () => {
    const slack = fakeSlack();
    slack.fail('chat.postMessage', refusePlans);
    slack.fail('chat.update', refusePlans, refusePlans);
    const { teller } = await openStory(slack);
    expect(slack.messages[0]?.blocks).toBeUndefined();
    teller.step(STEPS);
    await teller.finish(diagnosis(), 1);
    expect(JSON.stringify(slack.messages[0]?.blocks)).toContain('✓ Token');
  });

  it('posts the verdict as text when its blocks are refused', async () => {
    const slack = fakeSlack();
    const { teller } = await openStory(slack);
    slack.fail('chat.postMessage', refusal('invalid_blocks'));
    await teller.finish(diagnosis(), 1);
    expect(slack.messages[1]?.text).toMatch(/^Repository/);
    expect(slack.messages[1]?.blocks).toBeUndefined();
  });

  it('brings the verdict even when no step can be shown', async () => {
    const slack = fakeSlack();
    const { teller, lines } = await openStory(slack);
    slack.fail('chat.update', ...Array.from({ length: 9 }, () => refusal('message_not_found')));
    teller.step(STEPS);
    await teller.finish(diagnosis(), 1);
    expect(kinds(slack)).toContain('ecr_why_verdict');
    expect(lines.map(({ level }) => level)).toContain('warn');
  });

  it('gives up quietly where it may not post', async () => {
    const slack = fakeSlack();
    slack.fail('chat.postMessage', refusal('is_archived'));
    const { teller, lines } = await openStory(slack);
    await teller.finish(diagnosis(), 1);
    expect(slack.messages).toEqual([]);
    expect(lines.at(-1)?.level).toBe('error');
  });
});
