import type { Conversation } from '../../../src/slack/ports.ts';
import type { StoryNotes } from '../../../src/slack/story.ts';
import { openTeller } from '../../../src/slack/teller.ts';
import { INCIDENT, NAMES } from './diagnoses.ts';
import { fakeLog } from './fake-slack.ts';
import type { FakeSlack } from './fake-slack.ts';

export const IN_THREAD: Conversation = {
  team: 'T1',
  channel: 'C1',
  threadTs: '1699999999.000100',
  user: 'U1',
  responseUrl: null,
};
export const IN_CHANNEL: Conversation = { ...IN_THREAD, threadTs: null };

interface Telling {
  readonly conversation?: Conversation;
  readonly notes?: StoryNotes;
  readonly isRerun?: boolean;
}

/** One run of a story; `saved` is what a next run would find. */
export async function openStory(
  slack: FakeSlack,
  { conversation = IN_THREAD, notes = {}, isRerun = false }: Telling = {},
  slackApiUrl?: string,
) {
  const saved: StoryNotes[] = [notes];
  const { log, lines } = fakeLog();
  const desk = { clients: slack.clients, names: NAMES, log, ...(slackApiUrl === undefined ? {} : { slackApiUrl }) };
  const teller = await openTeller(desk, {
    incident: INCIDENT,
    conversation,
    notes,
    isRerun,
    remember: (newest) => Promise.resolve(void saved.push(newest)),
  });
  return { teller, lines, saved: () => saved.at(-1) ?? {} };
}
