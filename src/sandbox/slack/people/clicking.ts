import { announceHomeOpened } from '../delivery/events.ts';
import { clickInMessage, clickInView, messageShortcut } from '../delivery/payloads.ts';
import type { LocalSlack } from '../local-slack.ts';
import type { Outcome } from './human-actions.ts';
import { DONE, failed, outcomeOf, type Doing } from './outcomes.ts';

export async function click(slack: LocalSlack, action: Doing<'click'>): Promise<Outcome> {
  const { user, channel, ts, blockId, element } = action;
  const ephemeral = slack.messages.ephemerals(user, channel).find((message) => message.ts === ts);
  const message = ephemeral ?? slack.messages.find(channel, ts);
  if (message === undefined) return failed('This message is gone.');
  const clicked = { user, blockId, element, values: action.values ?? {} };
  const payload = clickInMessage(slack, channel, message, ephemeral !== undefined, clicked);
  return outcomeOf(await slack.socketMode.deliver('interactive', payload));
}

export async function clickView(slack: LocalSlack, action: Doing<'click-in-view'>): Promise<Outcome> {
  const found = slack.views.find({ viewId: action.viewId });
  if (found === undefined || found.user !== action.user) return failed('This view is gone.');
  const clicked = { user: action.user, blockId: action.blockId, element: action.element, values: action.values ?? {} };
  return outcomeOf(await slack.socketMode.deliver('interactive', clickInView(slack, found.view, clicked)));
}

export async function runShortcut(slack: LocalSlack, action: Doing<'shortcut'>): Promise<Outcome> {
  const message = slack.messages.find(action.channel, action.ts);
  if (message === undefined) return failed('This message is gone.');
  const payload = messageShortcut(slack, action.user, action.channel, message, action.callbackId);
  return outcomeOf(await slack.socketMode.deliver('interactive', payload));
}

export function openHome(slack: LocalSlack, action: Doing<'open-home'>): Outcome {
  void announceHomeOpened(slack, action.user);
  return DONE;
}
