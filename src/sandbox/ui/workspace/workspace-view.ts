import type { Change, Snapshot } from '../../slack/changes.ts';
import type { SlackMessage } from '../../slack/wire.ts';

/** What the page shows: the snapshot it began with, and every change since. */
export type WorkspaceView = Snapshot;

type ByChannel = Snapshot['messages'];

export function applyChange(view: WorkspaceView, change: Change): WorkspaceView {
  switch (change.kind) {
    case 'message':
      return { ...view, messages: put(view.messages, change.channel, change.message) };
    case 'message-removed':
      return { ...view, messages: remove(view.messages, change.channel, change.ts) };
    case 'ephemeral':
      return { ...view, ephemerals: put(view.ephemerals, change.channel, change.message) };
    case 'ephemeral-removed':
      return { ...view, ephemerals: remove(view.ephemerals, change.channel, change.ts) };
    case 'modal':
      return { ...view, modal: change.view };
    case 'home':
      return { ...view, home: change.view };
    case 'status': {
      const { channel, threadTs, text } = change.status;
      const others = view.statuses.filter((status) => status.channel !== channel || status.threadTs !== threadTs);
      return { ...view, statuses: text === '' ? others : [...others, change.status] };
    }
    case 'members': {
      const { channel: id, memberIds } = change;
      return {
        ...view,
        channels: view.channels.map((channel) => (channel.id === id ? { ...channel, memberIds } : channel)),
      };
    }
    case 'world':
      return { ...view, activeWorld: change.active };
    case 'connection':
      return { ...view, isBotConnected: change.isBotConnected };
  }
}

function put(all: ByChannel, channel: string, message: SlackMessage): ByChannel {
  const before = all[channel] ?? [];
  const isKnown = before.some(({ ts }) => ts === message.ts);
  const after = isKnown ? before.map((other) => (other.ts === message.ts ? message : other)) : [...before, message];
  return { ...all, [channel]: after };
}

function remove(all: ByChannel, channel: string, ts: string): ByChannel {
  return { ...all, [channel]: (all[channel] ?? []).filter((message) => message.ts !== ts) };
}

/** What is shown in a channel, in order: its messages, those for this person alone, and no replies but broadcast ones. */
export function channelMessages(view: WorkspaceView, channel: string): readonly ShownMessage[] {
  return together(view, channel).filter(
    ({ message }) =>
      message.thread_ts === undefined || message.thread_ts === message.ts || message.subtype === 'thread_broadcast',
  );
}

/** A thread in order, its first message included. */
export function threadMessages(view: WorkspaceView, channel: string, threadTs: string): readonly ShownMessage[] {
  return together(view, channel).filter(({ message }) => message.ts === threadTs || message.thread_ts === threadTs);
}

export interface ShownMessage {
  readonly message: SlackMessage;
  readonly isEphemeral: boolean;
}

function together(view: WorkspaceView, channel: string): readonly ShownMessage[] {
  const messages = (view.messages[channel] ?? []).map((message) => ({ message, isEphemeral: false }));
  const ephemerals = (view.ephemerals[channel] ?? []).map((message) => ({ message, isEphemeral: true }));
  return [...messages, ...ephemerals].toSorted((a, b) => Number(a.message.ts) - Number(b.message.ts));
}
