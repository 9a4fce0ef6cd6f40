import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, it, vi } from 'vitest';
import type { Conversation } from '../../../src/slack/ports.ts';
import { tellGivenUp } from '../../../src/slack/telling/give-up.ts';
import type { StoryNotes } from '../../../src/slack/telling/story.ts';
import { IN_CHANNEL, IN_THREAD, openStory } from '../support/a-story.ts';
import { diagnosis, INCIDENT, NAMES } from '../support/diagnoses.ts';
import { fakeLog, fakeSlack, lostReply, refusal } from '../support/fake-slack.ts';
import type { FakeSlack } from '../support/fake-slack.ts';

// Waiting until Slack is ready again takes no time here.
vi.mock('node:timers/promises', async (original) => ({
  ...(await original<typeof import('node:timers/promises')>()),
  setTimeout: () => Promise.resolve(),
}));

/** One telling that there will be no verdict; answers with what a next one would find noted. */
async function giveUp(
  slack: FakeSlack,
  notes: StoryNotes,
  conversation: Conversation = IN_THREAD,
  slackApiUrl?: string,
): Promise<StoryNotes> {
  let saved = notes;
  const toPng = () => Promise.reject(new Error('no picture is needed'));
  const desk = { clients: slack.clients, names: NAMES, log: fakeLog().log, toPng };
  await tellGivenUp(slackApiUrl === undefined ? desk : { ...desk, slackApiUrl }, {
    incident: INCIDENT,
    conversation,
    notes,
    isRerun: true,
    remember: (newest) => Promise.resolve(void (saved = newest)),
  });
  return saved;
}

const kinds = (slack: FakeSlack) => slack.messages.map(({ metadata }) => metadata?.event_type);

describe('a story that is given up', () => {
  it.each([
    ['noted', true],
    ['not noted', false],
  ])('ends its steps, which were %s, and says what is known and what to do, once', async (_how, isNoted) => {
    const slack = fakeSlack();
    const { saved } = await openStory(slack);
    const notes = await giveUp(slack, isNoted ? saved() : {});
    await giveUp(slack, isNoted ? notes : {});
    expect(kinds(slack)).toEqual(['ecr_why_progress', 'ecr_why_failure']);
    const [steps, said] = slack.messages;
    expect(steps?.text).toMatch(/^I could not finish this\n✓ Read the message/);
    expect(said?.thread_ts).toBe(IN_THREAD.threadTs);
    expect(said?.text).toMatch(
      /^I could not find out why `shop\/api:v2\.1\.0` cannot be pulled: my own work on it failed/,
    );
    expect(said?.text).toContain(INCIDENT.symptom?.quote);
    expect(JSON.stringify(said?.blocks)).toContain('"action_id":"look_again"');
  });

  it('is told in its own thread also when nothing was posted yet', async () => {
    const slack = fakeSlack();
    await giveUp(slack, {}, IN_CHANNEL);
    expect(kinds(slack)).toEqual(['ecr_why_question', 'ecr_why_failure']);
    expect(slack.messages[1]?.thread_ts).toBe(slack.messages[0]?.ts);
  });

  it('says nothing below a verdict that stands', async () => {
    const slack = fakeSlack();
    const { teller, saved } = await openStory(slack);
    await teller.finish(diagnosis(), 1);
    await giveUp(slack, saved());
    expect(kinds(slack)).toEqual(['ecr_why_progress', 'ecr_why_verdict']);
  });

  it('fails when Slack is away, to be told again, and is quiet where it may not post', async () => {
    const slack = fakeSlack();
    slack.fail('chat.postMessage', ...Array.from({ length: 4 }, lostReply));
    await expect(giveUp(slack, {})).rejects.toThrow('socket hang up');
    slack.fail('chat.postMessage', refusal('is_archived'));
    await giveUp(slack, {});
    expect(slack.messages).toEqual([]);
  });

  it('is whispered once where we are not a member', async () => {
    const told: string[] = [];
    const server = createServer((request, response) => {
      void text(request).then((body) => {
        told.push(body);
        response.end('ok');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : null;
    const url = `http://127.0.0.1:${String(port)}/`;
    const slack = fakeSlack();
    slack.fail('chat.postMessage', refusal('not_in_channel'));
    const conversation = { ...IN_CHANNEL, responseUrl: `${url}hook` };
    const notes = await giveUp(slack, {}, conversation, `${url}api/`);
    await giveUp(slack, notes, conversation, `${url}api/`);
    await new Promise((resolve) => server.close(resolve));
    expect(notes).toEqual({ isWhispered: true });
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('I could not find out why');
  });
});
