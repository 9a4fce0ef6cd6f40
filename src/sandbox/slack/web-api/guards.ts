import { textLength, checkBlocks, MOST_TEXT_IN_MESSAGE } from '../block-limits.ts';
import type { LocalSlack } from '../local-slack.ts';
import { isBlock, isObject, objectsIn, type Block, type JsonObject, type SlackMessage } from '../wire.ts';
import type { Channel } from '../workspace.ts';
import { MethodFailure, type Call } from './call.ts';

/** Slack cuts longer texts off; an app that sends them has a fault. docs.slack.dev, "chat.postMessage" */
const MOST_POSTED_TEXT = 40_000;

export function channelOf(call: Call, slack: LocalSlack, name = 'channel'): Channel {
  const channel = slack.membership.find(call.required(name));
  if (channel === undefined) throw new MethodFailure('channel_not_found');
  return channel;
}

/** The channel of a call that only a member may make. */
export function joinedChannelOf(call: Call, slack: LocalSlack, name = 'channel'): Channel {
  const id = call.required(name);
  // The manifest turns the app's Messages tab off, so that Slack would refuse a direct message as well.
  if (id.startsWith('D') && slack.membership.find(id) === undefined) throw new MethodFailure('messages_tab_disabled');
  const channel = channelOf(call, slack, name);
  if (!slack.membership.isMember(channel.id, slack.workspace.app.botUserId)) throw new MethodFailure('not_in_channel');
  return channel;
}

/** A message that the app itself wrote, for calls that change it. */
export function ownMessageOf(call: Call, slack: LocalSlack, refusal: string): SlackMessage {
  const message = slack.messages.find(channelOf(call, slack).id, call.required('ts'));
  if (message === undefined) throw new MethodFailure('message_not_found');
  if (message.bot_id !== slack.workspace.app.botId) throw new MethodFailure(refusal);
  return message;
}

/** The thread to write into, if one is named. Slack refuses a thread whose first message is gone. */
export function threadOf(call: Call, slack: LocalSlack, channel: string): string | undefined {
  const threadTs = call.text('thread_ts');
  if (threadTs === undefined) return undefined;
  const parent = slack.messages.find(channel, threadTs);
  if (parent === undefined) throw new MethodFailure('thread_not_found');
  if (parent.thread_ts !== undefined && parent.thread_ts !== threadTs)
    throw new MethodFailure('cannot_reply_to_message');
  return threadTs;
}

/** The blocks of a message, if they are given and Slack would take them. */
export function blocksOf(call: Call): readonly Block[] | undefined {
  if (!call.has('blocks')) return undefined;
  const blocks = call.json('blocks');
  if (!Array.isArray(blocks)) throw new MethodFailure('invalid_blocks_format');
  return goodBlocks(blocks);
}

export function goodBlocks(blocks: readonly unknown[]): readonly Block[] {
  if (textLength(blocks) > MOST_TEXT_IN_MESSAGE) throw new MethodFailure('msg_blocks_too_long');
  const problems = checkBlocks(blocks, 'message');
  if (problems.length > 0) throw new MethodFailure('invalid_blocks', problems);
  return blocks.filter(isBlock);
}

/** Whatever of a message the call carries; at least a text, blocks or attachments are needed. */
export function contentOf(call: Call, mostText = MOST_POSTED_TEXT) {
  const text = call.text('text') ?? '';
  const blocks = blocksOf(call);
  const attachments = call.has('attachments') ? objectsIn(call.json('attachments')) : undefined;
  if (text === '' && (blocks ?? []).length === 0 && (attachments ?? []).length === 0)
    throw new MethodFailure('no_text');
  if (text.length > mostText) throw new MethodFailure('msg_too_long');
  return { text, blocks, attachments };
}

export function metadataOf(call: Call): JsonObject | undefined {
  if (!call.has('metadata')) return undefined;
  const metadata = call.json('metadata');
  if (!isObject(metadata) || typeof metadata['event_type'] !== 'string' || !isObject(metadata['event_payload'])) {
    throw new MethodFailure('invalid_metadata_format');
  }
  return metadata;
}

/** A message as the Web API shows it: metadata only to those who ask for it. */
export function shown(message: SlackMessage, withMetadata: boolean): JsonObject {
  const { metadata, is_streaming: _, ...rest } = message;
  return withMetadata && metadata !== undefined ? { ...rest, metadata } : rest;
}
