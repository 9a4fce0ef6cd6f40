import type { App } from '@slack/bolt';
import type { AppMentionEvent } from '@slack/types';
import { orApologise } from '../apology.ts';
import { beginDiagnoses } from '../begin-diagnosis.ts';
import type { Drawn } from '../blocks/drawn.ts';
import { drawHelp } from '../blocks/help.ts';
import { drawRefusal } from '../blocks/refusal.ts';
import type { RefusalKey } from '../blocks/refusal.ts';
import { whyNotHere } from '../incoming/channel-rule.ts';
import { readCommand } from '../incoming/command-line.ts';
import { tellAlone } from '../edge.ts';
import type { Edge } from '../edge.ts';
import { readSlackMessage } from '../incoming/message-event.ts';
import type { Person, Sighting } from '../ports.ts';
import { sightingsOf, whyNothing } from '../incoming/sightings.ts';

/** `@ecr-why why <image>`, or only `@ecr-why` below an error: the way to ask in a thread, where slash commands do not work. */
export function registerAppMention(app: App, edge: Edge): void {
  app.event('app_mention', async ({ event, body }) => {
    const { channel, user, thread_ts: threadTs = null } = event;
    if (user === undefined || user === edge.self().botUser || !edge.seen.isFirst(`event ${body.event_id}`)) return;
    const say = (drawn: Drawn) => tellAlone(edge, { channel, threadTs, user }, drawn);
    const person = { user, team: event.user_team ?? event.team ?? '' };
    await orApologise(edge, say, async () => {
      const answer =
        body.is_ext_shared_channel === true ? drawRefusal('shared-channel') : await answerTo(edge, event, person);
      if (answer !== null) await say(answer);
    });
  });
}

/** What to say to the one who asked alone; `null` when the thread says it. */
async function answerTo(edge: Edge, event: AppMentionEvent, person: Person): Promise<Drawn | null> {
  const { channel, ts, thread_ts: threadTs } = event;
  const refusal = await whyNotHere(edge, channel, person);
  if (refusal !== null) return drawRefusal(refusal);

  const asked = readCommand(withoutMention(event.text));
  if (asked.kind === 'help') return drawHelp();
  if (asked.kind === 'bad') return drawHelp(asked.problem);
  if (asked.kind === 'bare' && threadTs === undefined) return drawHelp();
  const sightings = asked.kind === 'why' ? asked.sightings : await readParent(edge, channel, threadTs);
  if (typeof sightings === 'string') return drawRefusal(sightings);
  // The message listener is given the same message, and must not answer it once more.
  edge.seen.isFirst(`thread ${channel} ${threadTs ?? ts}`);
  return beginDiagnoses(edge, sightings, { ...person, channel, threadTs: threadTs ?? ts, responseUrl: null });
}

function withoutMention(text: string): string {
  return text.replace(/^[^<]{0,20}<@[A-Z0-9]+(?:\|[^>]*)?>/, '');
}

/** What the message that began the thread reports, or why that is nothing to look into. */
async function readParent(
  edge: Edge,
  channel: string,
  threadTs: string | undefined,
): Promise<readonly Sighting[] | RefusalKey> {
  if (threadTs === undefined) return 'nothing-to-read';
  const { messages = [] } = await edge.clients.steady.conversations.replies({
    channel,
    ts: threadTs,
    limit: 1,
    inclusive: true,
  });
  const [parent] = messages;
  if (parent === undefined) return 'nothing-to-read';
  const read = await readSlackMessage(edge, { ...parent });
  return sightingsOf(read) ?? whyNothing(read);
}
