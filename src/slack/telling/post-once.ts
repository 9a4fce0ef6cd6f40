import { setTimeout as sleep } from 'node:timers/promises';
import type { Drawn } from '../blocks/drawn.ts';
import type { SlackClients } from '../clients.ts';
import { isBlockTrouble, isFinal, rateLimitMs } from '../slack-errors.ts';

export interface Post extends Posted {
  readonly drawn: Drawn;
}

/** Where a message stands, and how it is told from others there. */
export interface Posted {
  readonly channel: string;
  /** `null` for a message of its own. */
  readonly threadTs: string | null;
  /** What the message is, and of which job: kept with it, so that it can be found again. Every app can read it. */
  readonly mark: { readonly type: string; readonly id: string };
}

const MOST_ATTEMPTS = 4;
const PAGE = 200;
const MOST_PAGES = 5;

/**
 * Posts a message that must appear exactly once, and answers with its `ts`. Slack has no idempotency key, so whenever an
 * earlier post may have arrived (this process died, or the reply was lost), the thread is read first.
 * @param mayBeThere `true` when an earlier run may have posted it already
 * @throws Slack's error, when it is final or the attempts are used up
 */
export async function postOnce(clients: SlackClients, post: Post, mayBeThere: boolean): Promise<string> {
  let isUncertain = mayBeThere;
  for (let attempt = 1; ; attempt += 1) {
    const found = isUncertain ? await findPosted(clients, post) : null;
    if (found !== null) return found;
    try {
      return await postWithOrWithoutBlocks(clients, post);
    } catch (error) {
      if (isFinal(error) || attempt === MOST_ATTEMPTS) throw error;
      const limitMs = rateLimitMs(error);
      isUncertain ||= limitMs === null;
      await sleep(limitMs ?? 500 * 2 ** attempt);
    }
  }
}

/** A message whose blocks Slack refuses still says everything in its text. */
async function postWithOrWithoutBlocks(clients: SlackClients, post: Post): Promise<string> {
  try {
    return await postMessage(clients, post, { blocks: post.drawn.blocks });
  } catch (error) {
    if (!isBlockTrouble(error)) throw error;
    return postMessage(clients, post, {});
  }
}

async function postMessage(
  { hasty }: SlackClients,
  { channel, threadTs, drawn, mark }: Post,
  blocks: Partial<Drawn>,
): Promise<string> {
  const message = {
    channel,
    text: drawn.text,
    ...blocks,
    ...(threadTs === null ? {} : { thread_ts: threadTs }),
    metadata: { event_type: mark.type, event_payload: { id: mark.id } },
    unfurl_links: false,
    unfurl_media: false,
  };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Slack's method, not the window's
  const { ts } = await hasty.chat.postMessage(message);
  if (ts === undefined) throw new Error('chat.postMessage answered without a ts');
  return ts;
}

/**
 * The `ts` of a message that an earlier run posted; `null` when there is none, or when we may not read the channel.
 * @throws when Slack could not be reached
 */
export async function findPosted(clients: SlackClients, post: Posted): Promise<string | null> {
  try {
    return await searchPages(clients, post);
  } catch (error) {
    if (isFinal(error)) return null;
    throw error;
  }
}

async function searchPages(clients: SlackClients, post: Posted): Promise<string | null> {
  let cursor = '';
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { messages = [], response_metadata } = await readMessages(clients, post, cursor);
    const found = messages.find(({ metadata }) => isMarked(metadata, post.mark));
    if (found?.ts !== undefined) return found.ts;
    cursor = response_metadata?.next_cursor ?? '';
    if (cursor === '') return null;
  }
  return null;
}

function readMessages({ steady }: SlackClients, { channel, threadTs }: Posted, cursor: string) {
  const page = { channel, limit: PAGE, include_all_metadata: true, ...(cursor === '' ? {} : { cursor }) };
  return threadTs === null
    ? steady.conversations.history(page)
    : steady.conversations.replies({ ...page, ts: threadTs });
}

interface Metadata {
  readonly event_type?: string;
  readonly event_payload?: object;
}

function isMarked(metadata: Metadata | undefined, { type, id }: Post['mark']): boolean {
  const payload = metadata?.event_payload;
  return metadata?.event_type === type && payload !== undefined && 'id' in payload && payload.id === id;
}
