import { announceChange, announceDeletion, announceMessage } from '../delivery/events.ts';
import type { LocalSlack } from '../local-slack.ts';
import type { MessageDraft } from '../wire.ts';
import { MethodFailure, type Method } from './call.ts';
import { channelOf, contentOf, joinedChannelOf, metadataOf, ownMessageOf, shown, threadOf } from './guards.ts';

/** docs.slack.dev, "chat.update" */
const MOST_UPDATED_TEXT = 4_000;

/** What every message of the app says of its author. */
export function byApp(slack: LocalSlack) {
  const { app, team } = slack.workspace;
  return { user: app.botUserId, bot_id: app.botId, app_id: app.id, team: team.id } satisfies Partial<MessageDraft>;
}

const postMessage: Method = (call, slack) => {
  const channel = joinedChannelOf(call, slack);
  const threadTs = threadOf(call, slack, channel.id);
  const isBroadcast = threadTs !== undefined && call.flag('reply_broadcast');
  const message = slack.messages.add(channel.id, {
    ...byApp(slack),
    ...contentOf(call),
    metadata: metadataOf(call),
    thread_ts: threadTs,
    subtype: isBroadcast ? 'thread_broadcast' : undefined,
  });
  if (threadTs !== undefined) slack.messages.setStatus({ channel: channel.id, threadTs, text: '' });
  void announceMessage(slack, channel.id, message);
  return { channel: channel.id, ts: message.ts, message: shown(message, true) };
};

const update: Method = (call, slack) => {
  const channel = channelOf(call, slack);
  const previous = ownMessageOf(call, slack, 'cant_update_message');
  if (slack.streams.content(previous.ts) !== undefined) throw new MethodFailure('streaming_state_conflict');
  const content = contentOf(call, MOST_UPDATED_TEXT);
  const message = slack.messages.update(channel.id, previous.ts, {
    text: content.text,
    // A text without blocks takes the old blocks away. docs.slack.dev, "chat.update"
    blocks: content.blocks,
    attachments: content.attachments ?? previous.attachments,
    metadata: metadataOf(call) ?? previous.metadata,
    is_streaming: undefined,
    // Slack marks only plain texts as edited.
    edited:
      content.blocks === undefined
        ? { user: slack.workspace.app.botUserId, ts: (slack.now() / 1000).toFixed(6) }
        : undefined,
  });
  if (message === undefined) throw new MethodFailure('message_not_found');
  void announceChange(slack, channel.id, previous, message);
  return { channel: channel.id, ts: message.ts, text: message.text, message: shown(message, true) };
};

const remove: Method = (call, slack) => {
  const channel = channelOf(call, slack);
  const message = ownMessageOf(call, slack, 'cant_delete_message');
  slack.messages.remove(channel.id, message.ts);
  void announceDeletion(slack, channel.id, message);
  return { channel: channel.id, ts: message.ts };
};

const postEphemeral: Method = (call, slack) => {
  const channel = joinedChannelOf(call, slack);
  const user = call.required('user');
  if (!slack.membership.isMember(channel.id, user)) throw new MethodFailure('user_not_in_channel');
  const threadTs = threadOf(call, slack, channel.id);
  const message = slack.messages.addEphemeral(user, channel.id, {
    ...byApp(slack),
    ...contentOf(call),
    thread_ts: threadTs,
  });
  return { message_ts: message.ts };
};

const getPermalink: Method = (call, slack) => {
  const channel = channelOf(call, slack);
  const message = slack.messages.find(channel.id, call.required('message_ts'));
  if (message === undefined) throw new MethodFailure('message_not_found');
  return { channel: channel.id, permalink: permalink(slack, channel.id, message.ts) };
};

/** The page opens at its thread: the local counterpart of Slack's `/archives/C…/p…`. */
function permalink(slack: LocalSlack, channel: string, ts: string): string {
  return `${slack.origin.replace('127.0.0.1', 'localhost')}/archives/${channel}/p${ts.replace('.', '')}`;
}

const setStatus: Method = (call, slack) => {
  const channel = joinedChannelOf(call, slack, 'channel_id');
  const threadTs = call.required('thread_ts');
  if (slack.messages.find(channel.id, threadTs) === undefined) throw new MethodFailure('thread_not_found');
  slack.messages.setStatus({ channel: channel.id, threadTs, text: call.text('status') ?? '' });
  return {};
};

export const CHAT: Readonly<Record<string, Method>> = {
  'chat.postMessage': postMessage,
  'chat.update': update,
  'chat.delete': remove,
  'chat.postEphemeral': postEphemeral,
  'chat.getPermalink': getPermalink,
  'assistant.threads.setStatus': setStatus,
};
