import type { App, MessageShortcut } from '@slack/bolt';
import { orApologise } from '../apology.ts';
import { beginDiagnoses } from '../begin-diagnosis.ts';
import { CALLBACK_IDS } from '../blocks/action-ids.ts';
import type { Drawn } from '../blocks/drawn.ts';
import { drawRefusal } from '../blocks/refusal.ts';
import { whyNotHere } from '../incoming/channel-rule.ts';
import type { Edge } from '../edge.ts';
import { readSlackMessage } from '../incoming/message-event.ts';
import { sightingsOf, whyNothing } from '../incoming/sightings.ts';

/** “Diagnose pull error” in the menu of a message. */
export function registerMessageShortcut(app: App, edge: Edge): void {
  const constraint = { type: 'message_action', callback_id: CALLBACK_IDS.diagnoseMessage } as const;
  app.shortcut<MessageShortcut>(constraint, async ({ ack, body, respond }) => {
    await ack();
    const say = (drawn: Drawn) => respond({ response_type: 'ephemeral', replace_original: false, ...drawn });
    await orApologise(edge, say, async () => {
      const answer = await answerTo(edge, body);
      if (answer !== null) await say(answer);
    });
  });
}

/** What to say to the one who asked alone; `null` when the thread says it. */
async function answerTo(
  edge: Edge,
  { channel, message, message_ts: ts, user, response_url: responseUrl }: MessageShortcut,
): Promise<Drawn | null> {
  const person = { user: user.id, team: user.team_id ?? '' };
  const refusal = await whyNotHere(edge, channel.id, person);
  if (refusal !== null) return drawRefusal(refusal);
  const read = await readSlackMessage(edge, message);
  const sightings = sightingsOf(read);
  if (sightings === null) return drawRefusal(whyNothing(read));

  const parentTs: unknown = message['thread_ts'];
  const threadTs = typeof parentTs === 'string' ? parentTs : ts;
  return beginDiagnoses(edge, sightings, { ...person, channel: channel.id, threadTs, responseUrl });
}
