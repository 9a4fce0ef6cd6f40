import type { App } from '@slack/bolt';
import { beginDiagnoses } from '../begin-diagnosis.ts';
import { tellAlone } from '../edge.ts';
import type { Edge } from '../edge.ts';
import { isOwn, isTooOld, readMessageEvent, readSlackMessage } from '../incoming/message-event.ts';
import { sightingsOf } from '../incoming/sightings.ts';

/**
 * Answers pasted errors and alerts in their thread. Silence is the rule: it speaks only of a pull that failed and that it
 * can look into, once in a thread, and never where another company reads along.
 */
export function registerMessage(app: App, edge: Edge): void {
  app.event('message', async ({ event, body }) => {
    const fields = { ...event };
    const message = readMessageEvent(fields);
    if (message === null || isOwn(message, edge.self()) || isTooOld(message, edge.now())) return;
    if (body.is_ext_shared_channel === true || !edge.seen.isFirst(`event ${body.event_id}`)) return;

    const read = await readSlackMessage(edge, fields);
    const sightings = read.reading.isPullFailure ? sightingsOf(read) : null;
    const { channel, threadTs, user, bot } = message;
    if (sightings === null || !edge.seen.isFirst(`thread ${channel} ${threadTs}`)) return;
    if ((await edge.channels.kindOf(channel)) !== 'own') return;

    const elsewhere = await beginDiagnoses(edge, sightings, {
      team: body.team_id,
      channel,
      threadTs,
      user,
      responseUrl: null,
    });
    // A person is told where the answer is; of a storm of alerts the first one's thread is enough.
    if (elsewhere !== null && user !== null && bot === null)
      await tellAlone(edge, { channel, threadTs: null, user }, elsewhere);
  });
}
