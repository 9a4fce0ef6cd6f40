import { METADATA_TYPES } from '../blocks/action-ids.ts';
import { drawFixOutcome } from '../blocks/fix-outcome.ts';
import { drawFixRequest } from '../blocks/fix-request.ts';
import { postOnce } from '../telling/post-once.ts';
import type { FixRequest } from '../ports.ts';
import type { TellerDesk } from '../telling/telling.ts';

type Desk = Pick<TellerDesk, 'clients' | 'names' | 'log'>;

/** Shows a new request in its thread and answers with the `ts` of the message. */
export function announceFixRequest({ clients, names }: Desk, request: FixRequest): Promise<string> {
  const { channel, threadTs } = request.conversation;
  const mark = { type: METADATA_TYPES.fixRequest, id: request.id };
  return postOnce(clients, { channel, threadTs, drawn: drawFixRequest(request, names), mark }, false);
}

/** Shows how a request stands now, in the message that announced it. Never throws: the queue keeps the record. */
export async function showFixState({ clients, names, log }: Desk, request: FixRequest): Promise<void> {
  if (request.messageTs === null) return;
  const { text, blocks } = drawFixRequest(request, names);
  await clients.steady.chat
    .update({ channel: request.conversation.channel, ts: request.messageTs, text, blocks })
    .catch((error: unknown) => log.warn({ err: error, request: request.id }, 'the state of a fix was not shown'));
}

/**
 * Tells what came of an applied fix, in a message of its own, once.
 * @param isRerun an earlier run may have told it already
 * @throws when Slack could not be reached
 */
export async function tellFixOutcome(desk: Desk, request: FixRequest, isRerun: boolean): Promise<void> {
  if (request.state.kind !== 'finished') return;
  const { channel, threadTs } = request.conversation;
  const mark = { type: METADATA_TYPES.fixOutcome, id: request.id };
  const drawn = drawFixOutcome(request, request.state, desk.names);
  await postOnce(desk.clients, { channel, threadTs, drawn, mark }, isRerun);
  await showFixState(desk, request);
}
