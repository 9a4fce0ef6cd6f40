import type { ChangeFeed, ThreadStatus } from '../changes.ts';
import type { NextTimestamp } from './timestamps.ts';
import type { Block, MessageDraft, SlackMessage } from '../wire.ts';

/** A message that one person alone can see. */
interface Ephemeral {
  readonly to: string;
  readonly channel: string;
  readonly message: SlackMessage;
}

/** Every message of the workspace, and what apps say about their progress in threads. Lives as long as the process. */
export class MessageStore {
  readonly #nextTimestamp: NextTimestamp;
  readonly #feed: ChangeFeed;
  readonly #channels = new Map<string, Map<string, SlackMessage>>();
  readonly #ephemerals = new Map<string, Ephemeral>();
  readonly #statuses = new Map<string, ThreadStatus>();

  constructor(nextTimestamp: NextTimestamp, feed: ChangeFeed) {
    this.#nextTimestamp = nextTimestamp;
    this.#feed = feed;
  }

  add(channel: string, draft: MessageDraft): SlackMessage {
    const ts = this.#nextTimestamp();
    const parent = draft.thread_ts === undefined ? undefined : this.find(channel, draft.thread_ts);
    const message = withBlockIds({ ...draft, type: 'message', ts, parent_user_id: parent?.user });
    this.#put(channel, message);
    if (parent !== undefined) this.#recount(channel, parent);
    return message;
  }

  /** @returns the message as it is now; `undefined` when there is none */
  update(channel: string, ts: string, change: Partial<MessageDraft>): SlackMessage | undefined {
    const message = this.find(channel, ts);
    if (message === undefined) return undefined;
    const updated = withBlockIds({ ...message, ...change });
    this.#put(channel, updated);
    return updated;
  }

  remove(channel: string, ts: string): SlackMessage | undefined {
    const message = this.find(channel, ts);
    if (message === undefined) return undefined;
    this.#channels.get(channel)?.delete(ts);
    this.#feed.tell({ kind: 'message-removed', channel, ts });
    const parent = message.thread_ts === undefined ? undefined : this.find(channel, message.thread_ts);
    if (parent !== undefined) this.#recount(channel, parent);
    return message;
  }

  find(channel: string, ts: string): SlackMessage | undefined {
    return this.#channels.get(channel)?.get(ts);
  }

  /** All messages of a channel, replies included, oldest first. */
  all(channel: string): readonly SlackMessage[] {
    return [...(this.#channels.get(channel)?.values() ?? [])];
  }

  /** The thread's first message and its replies; empty when there is no such message. */
  thread(channel: string, ts: string): readonly SlackMessage[] {
    return this.all(channel).filter((message) => message.ts === ts || message.thread_ts === ts);
  }

  addEphemeral(to: string, channel: string, draft: MessageDraft): SlackMessage {
    const message = withBlockIds({ ...draft, type: 'message', ts: this.#nextTimestamp() });
    this.#putEphemeral({ to, channel, message });
    return message;
  }

  updateEphemeral(ts: string, change: Partial<MessageDraft>): void {
    const ephemeral = this.#ephemerals.get(ts);
    if (ephemeral === undefined) return;
    this.#putEphemeral({ ...ephemeral, message: withBlockIds({ ...ephemeral.message, ...change }) });
  }

  removeEphemeral(ts: string): void {
    const ephemeral = this.#ephemerals.get(ts);
    if (ephemeral === undefined) return;
    this.#ephemerals.delete(ts);
    this.#feed.tell({ kind: 'ephemeral-removed', to: ephemeral.to, channel: ephemeral.channel, ts });
  }

  ephemerals(to: string, channel: string): readonly SlackMessage[] {
    return [...this.#ephemerals.values()]
      .filter((ephemeral) => ephemeral.to === to && ephemeral.channel === channel)
      .map((ephemeral) => ephemeral.message);
  }

  /** An empty text clears it. */
  setStatus(status: ThreadStatus): void {
    const key = `${status.channel} ${status.threadTs}`;
    if (status.text === '' && !this.#statuses.has(key)) return;
    if (status.text === '') this.#statuses.delete(key);
    else this.#statuses.set(key, status);
    this.#feed.tell({ kind: 'status', status });
  }

  statuses(): readonly ThreadStatus[] {
    return [...this.#statuses.values()];
  }

  #recount(channel: string, parent: SlackMessage): void {
    const replies = this.thread(channel, parent.ts).filter((message) => message.ts !== parent.ts);
    const authors = replies.flatMap((reply) => reply.user ?? reply.bot_id ?? []);
    this.#put(channel, {
      ...parent,
      thread_ts: replies.length === 0 ? undefined : parent.ts,
      reply_count: replies.length,
      reply_users: [...new Set(authors)],
      latest_reply: replies.at(-1)?.ts,
    });
  }

  #put(channel: string, message: SlackMessage): void {
    const messages = this.#channels.get(channel) ?? new Map<string, SlackMessage>();
    this.#channels.set(channel, messages.set(message.ts, message));
    this.#feed.tell({ kind: 'message', channel, message });
  }

  #putEphemeral(ephemeral: Ephemeral): void {
    this.#ephemerals.set(ephemeral.message.ts, ephemeral);
    this.#feed.tell({ kind: 'ephemeral', to: ephemeral.to, channel: ephemeral.channel, message: ephemeral.message });
  }
}

function withBlockIds(message: SlackMessage): SlackMessage {
  return message.blocks === undefined ? message : { ...message, blocks: nameBlocks(message.blocks) };
}

/** Slack names every block that its author did not, and so a click can always say where it was. */
export function nameBlocks(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, index) => (block.block_id === undefined ? { ...block, block_id: `b${index}` } : block));
}
