import { newId } from '../state/identifiers.ts';
import type { LocalSlack } from '../local-slack.ts';
import type { JsonObject, SlackMessage } from '../wire.ts';

/**
 * Hands an event to the app through Socket Mode; resolves when the app has acknowledged it, or never will.
 * Nobody has to wait for that: events have no answer.
 */
async function emit(slack: LocalSlack, event: JsonObject): Promise<void> {
  const { team, app } = slack.workspace;
  const authorization = {
    enterprise_id: null,
    team_id: team.id,
    user_id: app.botUserId,
    is_bot: true,
    is_enterprise_install: false,
  };
  await slack.socketMode.deliverEvent({
    type: 'event_callback',
    token: 'local',
    team_id: team.id,
    context_team_id: team.id,
    api_app_id: app.id,
    event_id: `Ev${newId('E')}`,
    event_time: Math.floor(slack.now() / 1000),
    authorizations: [authorization],
    is_ext_shared_channel: isShared(slack, event['channel']),
    event,
  });
}

function isShared(slack: LocalSlack, channel: unknown): boolean {
  return typeof channel === 'string' && slack.membership.find(channel)?.isExternallyShared === true;
}

function botSees(slack: LocalSlack, channel: string): boolean {
  return slack.membership.isMember(channel, slack.workspace.app.botUserId);
}

/** Tells the app of a new message, and apart from that if it was mentioned, where it is a member. */
export async function announceMessage(slack: LocalSlack, channel: string, message: SlackMessage): Promise<void> {
  if (!botSees(slack, channel)) return;
  const event = { ...message, channel, channel_type: 'channel', event_ts: message.ts };
  const { botUserId, botId } = slack.workspace.app;
  const isMention = message.bot_id !== botId && message.text.includes(`<@${botUserId}>`);
  const mention = { ...event, type: 'app_mention', channel_type: undefined };
  await Promise.all([emit(slack, event), isMention ? emit(slack, mention) : undefined]);
}

export async function announceChange(
  slack: LocalSlack,
  channel: string,
  previous: SlackMessage,
  message: SlackMessage,
): Promise<void> {
  if (!botSees(slack, channel)) return;
  await emit(slack, { ...about(slack, channel), subtype: 'message_changed', message, previous_message: previous });
}

export async function announceDeletion(slack: LocalSlack, channel: string, previous: SlackMessage): Promise<void> {
  if (!botSees(slack, channel)) return;
  await emit(slack, {
    ...about(slack, channel),
    subtype: 'message_deleted',
    deleted_ts: previous.ts,
    previous_message: previous,
  });
}

function about(slack: LocalSlack, channel: string): JsonObject {
  const ts = (slack.now() / 1000).toFixed(6);
  return { type: 'message', channel, channel_type: 'channel', hidden: true, ts, event_ts: ts };
}

export async function announceHomeOpened(slack: LocalSlack, user: string): Promise<void> {
  const view = slack.views.home(user) ?? undefined;
  await emit(slack, {
    type: 'app_home_opened',
    user,
    channel: `D${user.slice(1)}`,
    tab: 'home',
    event_ts: String(slack.now() / 1000),
    view,
  });
}

export async function announceBotJoined(slack: LocalSlack, channel: string, inviter: string): Promise<void> {
  const { team, app } = slack.workspace;
  await emit(slack, {
    type: 'member_joined_channel',
    user: app.botUserId,
    channel,
    channel_type: 'C',
    team: team.id,
    inviter,
  });
}
