import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { StoryStep } from '../../../src/domain/story.ts';
import { IN_CHANNEL, openStory } from '../support/a-story.ts';
import { diagnosis } from '../support/diagnoses.ts';
import { fakeSlack, refusal } from '../support/fake-slack.ts';

const step = (title: string): readonly StoryStep[] => [{ id: 'token', title, status: 'pass', lines: [] }];
const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

/** A Slack that shows an edit only once the test lets it. */
function slowSlack() {
  const slack = fakeSlack();
  const ends: (() => void)[] = [];
  const { chat } = slack.clients.hasty;
  const { update } = chat;
  const updateSlowly = async (...call: Parameters<typeof update>) => {
    await new Promise<void>((resolve) => ends.push(resolve));
    return update(...call);
  };
  Object.assign(chat, { update: updateSlowly });
  return { slack, endNext: () => ends.shift()?.() };
}

describe('a story whose work has failed', () => {
  it('is stopped once the step that is on its way has arrived, and shows none of those behind it', async () => {
    const { slack, endNext } = slowSlack();
    const { teller } = await openStory(slack);
    teller.step(step('Token'));
    teller.step(step('Manifest'));
    let isStopped = false;
    const stopped = teller.stop().then(() => (isStopped = true));
    await turn();
    expect(isStopped).toBe(false);
    endNext();
    await stopped;
    teller.step(step('Layers'));
    await turn();
    expect(slack.calls('chat.update')).toHaveLength(1);
    expect(slack.messages[0]?.text).toContain('Token');
  });

  it('can be stopped more than once, also when it has ended', async () => {
    const slack = fakeSlack();
    const { teller } = await openStory(slack);
    await teller.finish(diagnosis(), 4_100);
    await teller.stop();
    await teller.stop();
    expect(slack.messages[0]?.text).toMatch(/^Found the cause/);
  });

  it('says nothing more to the one who asked alone', async () => {
    const told: string[] = [];
    const server = createServer((request, response) => {
      told.push(request.url ?? '');
      response.end('ok');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : null;
    const slack = fakeSlack();
    slack.fail('chat.postMessage', refusal('not_in_channel'));
    const conversation = { ...IN_CHANNEL, responseUrl: `http://127.0.0.1:${String(port)}/hook` };
    const { teller, saved } = await openStory(slack, { conversation }, `http://127.0.0.1:${String(port)}/api/`);
    teller.step(step('Token'));
    await teller.stop();
    await new Promise((resolve) => server.close(resolve));
    expect(told).toHaveLength(1);
    // Whoever tells the end of it may still say so.
    expect(saved()).toEqual({});
  });

  it('has nothing to stop where Slack refuses it', async () => {
    const slack = fakeSlack();
    slack.fail('chat.postMessage', refusal('is_archived'));
    const { teller } = await openStory(slack);
    await expect(teller.stop()).resolves.toBeUndefined();
    expect(slack.messages).toEqual([]);
  });
});
