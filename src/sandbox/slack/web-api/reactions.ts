import type { LocalSlack } from '../local-slack.ts';
import type { Reaction, SlackMessage } from '../wire.ts';
import { MethodFailure, type Call, type Method } from './call.ts';
import { joinedChannelOf } from './guards.ts';

const add: Method = (call, slack) => {
  const { channel, message, name } = targetOf(call, slack);
  const user = slack.workspace.app.botUserId;
  const reactions = message.reactions ?? [];
  const existing = reactions.find((reaction) => reaction.name === name);
  if (existing?.users.includes(user) === true) throw new MethodFailure('already_reacted');
  const users = [...(existing?.users ?? []), user];
  const others = reactions.filter((reaction) => reaction !== existing);
  setReactions(slack, channel, message, [...others, { name, users, count: users.length }]);
  return {};
};

const remove: Method = (call, slack) => {
  const { channel, message, name } = targetOf(call, slack);
  const user = slack.workspace.app.botUserId;
  const reactions = message.reactions ?? [];
  const existing = reactions.find((reaction) => reaction.name === name);
  if (existing?.users.includes(user) !== true) throw new MethodFailure('no_reaction');
  const users = existing.users.filter((other) => other !== user);
  const others = reactions.filter((reaction) => reaction !== existing);
  setReactions(
    slack,
    channel,
    message,
    users.length === 0 ? others : [...others, { name, users, count: users.length }],
  );
  return {};
};

function targetOf(call: Call, slack: LocalSlack) {
  const channel = joinedChannelOf(call, slack).id;
  const name = call.required('name');
  const message = slack.messages.find(channel, call.required('timestamp'));
  if (message === undefined) throw new MethodFailure('message_not_found');
  if (!/^[a-z0-9_+'-]+$/.test(name)) throw new MethodFailure('invalid_name');
  return { channel, message, name };
}

function setReactions(slack: LocalSlack, channel: string, message: SlackMessage, reactions: readonly Reaction[]): void {
  slack.messages.update(channel, message.ts, { reactions });
}

export const REACTIONS: Readonly<Record<string, Method>> = { 'reactions.add': add, 'reactions.remove': remove };
