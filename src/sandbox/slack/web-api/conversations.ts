import type { LocalSlack } from '../local-slack.ts';
import type { JsonObject, SlackMessage } from '../wire.ts';
import type { Channel } from '../workspace.ts';
import { MethodFailure, type Call, type Method } from './call.ts';
import { channelOf, joinedChannelOf, shown } from './guards.ts';

const info: Method = (call, slack) => ({ channel: conversation(channelOf(call, slack), slack) });

const list: Method = (_call, slack) => ({
  channels: slack.membership.channels().map((channel) => conversation(channel, slack)),
  response_metadata: { next_cursor: '' },
});

const members: Method = (call, slack) => ({
  members: channelOf(call, slack).memberIds,
  response_metadata: { next_cursor: '' },
});

const history: Method = (call, slack) => {
  const channel = joinedChannelOf(call, slack);
  // Newest first, as Slack gives them.
  return page(call, slack.messages.all(channel.id).filter(isTopLevel).toReversed());
};

const replies: Method = (call, slack) => {
  const channel = joinedChannelOf(call, slack);
  const thread = slack.messages.thread(channel.id, call.required('ts'));
  if (thread.length === 0) throw new MethodFailure('thread_not_found');
  return page(call, thread);
};

/** The channel of a direct message; the app may open it, but with its Messages tab off it may not write there. */
const open: Method = (call, slack) => {
  const user = call.required('users');
  if (!slack.workspace.people.some((person) => person.id === user)) throw new MethodFailure('user_not_found');
  return { channel: { id: `D${user.slice(1)}`, is_im: true, user } };
};

function isTopLevel({ ts, thread_ts, subtype }: SlackMessage): boolean {
  return thread_ts === undefined || thread_ts === ts || subtype === 'thread_broadcast';
}

function page(call: Call, messages: readonly SlackMessage[]): JsonObject {
  const [oldest, latest] = [call.text('oldest') ?? '', call.text('latest') ?? '~'];
  const isInclusive = call.flag('inclusive');
  const within = messages.filter(
    ({ ts }) => (ts > oldest && ts < latest) || (isInclusive && (ts === oldest || ts === latest)),
  );
  const start = Number(call.text('cursor') ?? 0);
  const end = start + call.number('limit', 100);
  const hasMore = end < within.length;
  return {
    messages: within.slice(start, end).map((message) => shown(message, call.flag('include_all_metadata'))),
    has_more: hasMore,
    response_metadata: { next_cursor: hasMore ? String(end) : '' },
  };
}

function conversation(channel: Channel, slack: LocalSlack): JsonObject {
  return {
    id: channel.id,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: true,
    is_private: false,
    is_archived: false,
    is_member: channel.memberIds.includes(slack.workspace.app.botUserId),
    is_shared: channel.isExternallyShared,
    is_ext_shared: channel.isExternallyShared,
    is_pending_ext_shared: false,
    is_org_shared: false,
    topic: { value: channel.topic },
    num_members: channel.memberIds.length,
    context_team_id: slack.workspace.team.id,
  };
}

export const CONVERSATIONS: Readonly<Record<string, Method>> = {
  'conversations.info': info,
  'conversations.list': list,
  'conversations.members': members,
  'conversations.history': history,
  'conversations.replies': replies,
  'conversations.open': open,
};
