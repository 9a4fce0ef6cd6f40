import type { LocalSlack } from '../local-slack.ts';
import type { ResponseOrigin } from '../state/response-urls.ts';
import type { JsonObject, SlackMessage, SlackView, StateValues } from '../wire.ts';
import { withState } from '../state/view-store.ts';
import { shown } from '../web-api/guards.ts';

/** The payloads that an app receives for what people do. docs.slack.dev, "Interaction payloads" */

interface Clicked {
  readonly user: string;
  readonly blockId: string;
  readonly element: JsonObject;
  readonly values: StateValues;
}

export function slashCommand(
  slack: LocalSlack,
  user: string,
  channel: string,
  command: string,
  text: string,
): JsonObject {
  const { team, app } = slack.workspace;
  return {
    token: 'local',
    team_id: team.id,
    team_domain: team.domain,
    channel_id: channel,
    channel_name: slack.membership.find(channel)?.name,
    user_id: user,
    user_name: nameOf(slack, user),
    command,
    text,
    api_app_id: app.id,
    is_enterprise_install: 'false',
    response_url: slack.responseUrls.issue({ user, channel }),
    trigger_id: slack.triggers.issue(user),
  };
}

export function clickInMessage(
  slack: LocalSlack,
  channel: string,
  message: SlackMessage,
  isEphemeral: boolean,
  clicked: Clicked,
): JsonObject {
  const { ts, thread_ts } = message;
  return {
    type: 'block_actions',
    ...context(slack, clicked.user),
    channel: channelRef(slack, channel),
    container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: isEphemeral, thread_ts },
    // Slack does not show an app what it said ephemerally.
    ...(isEphemeral ? {} : { message: shown(message, true) }),
    state: { values: clicked.values },
    response_url: slack.responseUrls.issue(originOf(clicked.user, channel, message, isEphemeral)),
    actions: [action(slack, clicked)],
  };
}

export function clickInView(slack: LocalSlack, view: SlackView, clicked: Clicked): JsonObject {
  return {
    type: 'block_actions',
    ...context(slack, clicked.user),
    container: { type: 'view', view_id: view.id },
    view: withState(view, clicked.values),
    actions: [action(slack, clicked)],
  };
}

export function messageShortcut(
  slack: LocalSlack,
  user: string,
  channel: string,
  message: SlackMessage,
  callbackId: string,
): JsonObject {
  return {
    type: 'message_action',
    ...context(slack, user),
    callback_id: callbackId,
    action_ts: seconds(slack),
    channel: channelRef(slack, channel),
    message_ts: message.ts,
    message: shown(message, true),
    response_url: slack.responseUrls.issue(originOf(user, channel, message, false)),
  };
}

export function viewSubmission(slack: LocalSlack, user: string, view: SlackView, values: StateValues): JsonObject {
  return { type: 'view_submission', ...context(slack, user), view: withState(view, values), response_urls: [] };
}

export function viewClosed(slack: LocalSlack, user: string, view: SlackView): JsonObject {
  return { type: 'view_closed', ...context(slack, user), view, is_cleared: false };
}

function context(slack: LocalSlack, user: string): JsonObject {
  const { team, app } = slack.workspace;
  const name = nameOf(slack, user);
  return {
    user: { id: user, username: name, name, team_id: team.id },
    team: { id: team.id, domain: team.domain },
    api_app_id: app.id,
    token: 'local',
    trigger_id: slack.triggers.issue(user),
    enterprise: null,
    is_enterprise_install: false,
  };
}

function action(slack: LocalSlack, { element, blockId }: Clicked): JsonObject {
  const { confirm: _, accessibility_label: __, ...rest } = element;
  return { ...rest, block_id: blockId, action_ts: seconds(slack) };
}

function originOf(user: string, channel: string, message: SlackMessage, isEphemeral: boolean): ResponseOrigin {
  return { user, channel, message: { ts: message.ts, isEphemeral, threadTs: message.thread_ts } };
}

function channelRef(slack: LocalSlack, channel: string): JsonObject {
  return { id: channel, name: slack.membership.find(channel)?.name };
}

function nameOf(slack: LocalSlack, user: string): string {
  return slack.workspace.people.find((person) => person.id === user)?.name ?? user;
}

function seconds(slack: LocalSlack): string {
  return (slack.now() / 1000).toFixed(6);
}
