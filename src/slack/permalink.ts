import type { Edge } from './edge.ts';

/** The address of a message, or of the thread that it begins; `null` when Slack gave none: the words must do without. */
export async function permalinkOf(
  { clients, log }: Pick<Edge, 'clients' | 'log'>,
  channel: string,
  ts: string | null,
): Promise<string | null> {
  if (ts === null) return null;
  try {
    const { permalink } = await clients.steady.chat.getPermalink({ channel, message_ts: ts });
    return permalink ?? null;
  } catch (error) {
    log.warn({ err: error, channel }, 'Slack gave no link to a message');
    return null;
  }
}
