import type { Conversation } from '../../../src/slack/ports.ts';
import type { SlackClients } from '../../../src/slack/clients.ts';
import type { StoryNotes } from '../../../src/slack/telling/story.ts';
import { openTeller, type TellerDesk } from '../../../src/slack/telling/teller.ts';
import { INCIDENT, NAMES } from './diagnoses.ts';
import { fakeLog } from './fake-slack.ts';

export const IN_THREAD: Conversation = {
  team: 'T1',
  channel: 'C1',
  threadTs: '1699999999.000100',
  user: 'U1',
  responseUrl: null,
};
export const IN_CHANNEL: Conversation = { ...IN_THREAD, threadTs: null };

/** The signature that every PNG begins with. */
export const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

interface Telling {
  readonly conversation?: Conversation;
  readonly notes?: StoryNotes;
  readonly isRerun?: boolean;
  readonly toPng?: TellerDesk['toPng'];
}

const drawnAlready: TellerDesk['toPng'] = () => Promise.resolve(PNG);

/** One run of a story; `saved` is what a next run would find. */
export async function openStory(
  slack: { readonly clients: SlackClients },
  { conversation = IN_THREAD, notes = {}, isRerun = false, toPng = drawnAlready }: Telling = {},
  slackApiUrl?: string,
) {
  const saved: StoryNotes[] = [notes];
  const { log, lines } = fakeLog();
  const desk = {
    clients: slack.clients,
    names: NAMES,
    log,
    toPng,
    ...(slackApiUrl === undefined ? {} : { slackApiUrl }),
  };
  const teller = await openTeller(desk, {
    incident: INCIDENT,
    conversation,
    notes,
    isRerun,
    remember: (newest) => Promise.resolve(void saved.push(newest)),
  });
  return { teller, lines, saved: () => saved.at(-1) ?? {} };
}
