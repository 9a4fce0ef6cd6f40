import { readMessage } from '../../intake/parse-message.ts';
import type { Reading } from '../../intake/parse-message.ts';
import { textOfSlackMessage } from '../../intake/slack-text.ts';
import type { Edge, Self } from '../edge.ts';

/** The few fields of a message event that decide whether and where to answer it. */
export interface MessageEvent {
  readonly channel: string;
  readonly ts: string;
  /** The thread it stands in, or would begin. */
  readonly threadTs: string;
  readonly user: string | null;
  readonly bot: string | null;
}

/** Written by somebody: people and modern apps, webhooks, pasted snippets, replies that were also sent to the channel. */
const WRITTEN = new Set<unknown>([undefined, 'bot_message', 'file_share', 'thread_broadcast']);

/** After a reconnect Slack delivers what was missed, and nobody waits for an answer to an old alert. */
const TOO_OLD_MS = 10 * 60_000;

/** A message that somebody wrote; `null` for joins, edits, deletions and everything else that Slack calls a message. */
export function readMessageEvent(event: Readonly<Record<string, unknown>>): MessageEvent | null {
  const { subtype, channel, ts, thread_ts: threadTs, user, bot_id: bot } = event;
  if (!WRITTEN.has(subtype) || typeof channel !== 'string' || typeof ts !== 'string') return null;
  return { channel, ts, threadTs: textOr(threadTs, ts), user: textOr(user, null), bot: textOr(bot, null) };
}

/** Whether we posted it ourselves: an answer that quotes an error must not be answered. */
export function isOwn({ user, bot }: MessageEvent, self: Self): boolean {
  return user === self.botUser || bot === self.bot;
}

/** @param now milliseconds since 1970 */
export function isTooOld({ ts }: MessageEvent, now: number): boolean {
  return now - Number.parseFloat(ts) * 1000 > TOO_OLD_MS;
}

/** A text, and what was read in it. */
export interface ReadText {
  readonly text: string;
  readonly reading: Reading;
}

/** What a message says, its snippets included. */
export async function readSlackMessage(
  { snippets }: Pick<Edge, 'snippets'>,
  message: Readonly<Record<string, unknown>>,
): Promise<ReadText> {
  const text = `${textOfSlackMessage(message)}\n${await snippets.textOf(message)}`;
  return { text, reading: readMessage(text) };
}

function textOr<Otherwise>(value: unknown, otherwise: Otherwise): string | Otherwise {
  return typeof value === 'string' && value !== '' ? value : otherwise;
}
