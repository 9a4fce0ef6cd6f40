import { announceChange, announceMessage } from '../delivery/events.ts';
import type { LocalSlack } from '../local-slack.ts';
import { addChunks, emptyStream, streamBlocks, type StreamContent } from '../state/stream-content.ts';
import type { SlackMessage } from '../wire.ts';
import { MethodFailure, type Call, type Method } from './call.ts';
import { byApp } from './chat.ts';
import { blocksOf, joinedChannelOf, metadataOf, ownMessageOf, shown, threadOf } from './guards.ts';

const startStream: Method = (call, slack) => {
  const channel = joinedChannelOf(call, slack);
  const threadTs = threadOf(call, slack, channel.id);
  if (call.text('recipient_team_id') === undefined) throw new MethodFailure('missing_recipient_team_id');
  if (call.text('recipient_user_id') === undefined) throw new MethodFailure('missing_recipient_user_id');
  const content = grow(emptyStream(call.text('task_display_mode')), call);
  const message = slack.messages.add(channel.id, {
    ...byApp(slack),
    text: content.markdown,
    blocks: streamBlocks(content),
    thread_ts: threadTs,
    is_streaming: true,
  });
  slack.streams.start(message.ts, content);
  if (threadTs !== undefined) slack.messages.setStatus({ channel: channel.id, threadTs, text: '' });
  void announceMessage(slack, channel.id, message);
  return { channel: channel.id, ts: message.ts };
};

const appendStream: Method = (call, slack) => {
  const { message, streamed } = openStreamOf(call, slack);
  const channel = call.required('channel');
  if (!call.has('chunks') && call.text('markdown_text') === undefined) throw new MethodFailure('no_text');
  const content = grow(streamed, call);
  slack.streams.replace(message.ts, content);
  slack.messages.update(channel, message.ts, { text: content.markdown, blocks: streamBlocks(content) });
  return { channel, ts: message.ts };
};

const stopStream: Method = (call, slack) => {
  const { message, streamed } = openStreamOf(call, slack);
  const channel = call.required('channel');
  const content = grow(streamed, call);
  const finished = slack.messages.update(channel, message.ts, {
    text: content.markdown,
    blocks: [...streamBlocks(content), ...(blocksOf(call) ?? [])],
    metadata: metadataOf(call),
    is_streaming: undefined,
  });
  slack.streams.end(message.ts);
  if (finished === undefined) throw new MethodFailure('message_not_found');
  void announceChange(slack, channel, message, finished);
  return { channel, ts: message.ts, message: shown(finished, true) };
};

function openStreamOf(
  call: Call,
  slack: LocalSlack,
): { readonly message: SlackMessage; readonly streamed: StreamContent } {
  joinedChannelOf(call, slack);
  const message = ownMessageOf(call, slack, 'message_not_owned_by_app');
  const streamed = slack.streams.content(message.ts);
  if (streamed === undefined) throw new MethodFailure('message_not_in_streaming_state');
  return { message, streamed };
}

function grow(content: StreamContent, call: Call): StreamContent {
  const markdown = call.text('markdown_text');
  const chunks = call.json('chunks') ?? [];
  if (!Array.isArray(chunks)) throw new MethodFailure('invalid_chunks');
  if (markdown !== undefined && chunks.length > 0) throw new MethodFailure('invalid_arguments');
  const grown = addChunks(content, markdown === undefined ? chunks : [{ type: 'markdown_text', text: markdown }]);
  if (grown === undefined) throw new MethodFailure('invalid_chunks');
  return grown;
}

export const STREAM: Readonly<Record<string, Method>> = {
  'chat.startStream': startStream,
  'chat.appendStream': appendStream,
  'chat.stopStream': stopStream,
};
