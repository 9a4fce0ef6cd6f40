import { announceBotJoined, announceMessage } from '../delivery/events.ts';
import { slashCommand } from '../delivery/payloads.ts';
import { respond, saysSomething } from '../delivery/responses.ts';
import type { LocalSlack } from '../local-slack.ts';
import { composeCommandText, composeMessage } from './compose.ts';
import type { Outcome } from './human-actions.ts';
import { DONE, excuse, failed, type Doing } from './outcomes.ts';

export function post(slack: LocalSlack, action: Doing<'post'>): Outcome {
  if (action.text.trim() === '') return failed('There is nothing to send.');
  if (!slack.membership.isMember(action.channel, action.user)) return failed('You are not in this channel.');
  const composed = composeMessage(action.text, slack.workspace);
  const message = slack.messages.add(action.channel, {
    user: action.user,
    team: slack.workspace.team.id,
    ...composed,
    thread_ts: action.threadTs,
  });
  void announceMessage(slack, action.channel, message);
  return DONE;
}

/** A long text that the person's client turned into a file: the message itself is empty. */
export function shareSnippet(slack: LocalSlack, action: Doing<'snippet'>): Outcome {
  const id = slack.files.expect({ name: action.name });
  slack.files.receive(id, Buffer.from(action.content), 'snippet');
  const stored = slack.files.find(id);
  const message = slack.messages.add(action.channel, {
    user: action.user,
    team: slack.workspace.team.id,
    text: '',
    subtype: 'file_share',
    thread_ts: action.threadTs,
    files: stored === undefined ? [] : [stored.file],
  });
  void announceMessage(slack, action.channel, message);
  return DONE;
}

export async function runCommand(slack: LocalSlack, action: Doing<'slash'>): Promise<Outcome> {
  const { user, channel, command } = action;
  const { app } = slack.workspace;
  if (command === '/invite') return inviteBot(slack, channel, user);
  if (!app.commands.some((known) => known.command === command)) return failed(`${command} is not a valid command.`);
  const payload = slashCommand(slack, user, channel, command, composeCommandText(action.text));
  const delivery = await slack.socketMode.deliver('slash_commands', payload);
  if (delivery.kind !== 'acknowledged') return failed(`${command} ${excuse(delivery)}`);
  if (saysSomething(delivery.payload)) respond(slack, { user, channel }, delivery.payload);
  return DONE;
}

function inviteBot(slack: LocalSlack, channel: string, user: string): Outcome {
  const bot = slack.workspace.app.botUserId;
  if (slack.membership.isMember(channel, bot)) return failed(`${slack.workspace.app.name} is already in this channel.`);
  slack.membership.add(channel, bot);
  void announceBotJoined(slack, channel, user);
  return DONE;
}
