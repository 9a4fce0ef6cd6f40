import { describe, expect, it } from 'vitest';
import { DEMO_WORKSPACE, OPS } from '../../../../src/sandbox/slack/workspace.ts';
import type { SlackMessage } from '../../../../src/sandbox/slack/wire.ts';
import {
  applyChange,
  channelMessages,
  threadMessages,
  type WorkspaceView,
} from '../../../../src/sandbox/ui/workspace/workspace-view.ts';

const EMPTY: WorkspaceView = {
  ...DEMO_WORKSPACE,
  kind: 'snapshot',
  me: 'U1',
  messages: {},
  ephemerals: {},
  statuses: [],
  modal: null,
  home: null,
  worlds: [],
  activeWorld: '',
  isBotConnected: true,
};
const message = (ts: string, extra: Partial<SlackMessage> = {}): SlackMessage => ({
  type: 'message',
  ts,
  text: ts,
  ...extra,
});
const say = (view: WorkspaceView, text: string) =>
  applyChange(view, { kind: 'status', status: { channel: OPS.id, threadTs: '1', text } });
const put = (view: WorkspaceView, shown: SlackMessage) =>
  applyChange(view, { kind: 'message', channel: OPS.id, message: shown });

describe('what a person sees', () => {
  it('has replies in their thread only, unless they are broadcast', () => {
    const view = [
      message('1', { thread_ts: '1' }),
      message('2', { thread_ts: '1' }),
      message('3', { thread_ts: '1', subtype: 'thread_broadcast' }),
    ].reduce(put, EMPTY);
    expect(channelMessages(view, OPS.id).map((shown) => shown.message.ts)).toEqual(['1', '3']);
    expect(threadMessages(view, OPS.id, '1').map((shown) => shown.message.ts)).toEqual(['1', '2', '3']);
  });

  it('has edits in their place, and what is removed no longer', () => {
    const edited = [message('1'), message('2'), message('1', { text: 'changed' })].reduce(put, EMPTY);
    const removed = applyChange(edited, { kind: 'message-removed', channel: OPS.id, ts: '2' });
    expect(channelMessages(removed, OPS.id).map((shown) => shown.message.text)).toEqual(['changed']);
  });

  it('has what is for them alone between the rest, in order', () => {
    const view = applyChange([message('1'), message('3')].reduce(put, EMPTY), {
      kind: 'ephemeral',
      channel: OPS.id,
      message: message('2'),
    });
    expect(channelMessages(view, OPS.id).map((shown) => [shown.message.ts, shown.isEphemeral])).toEqual([
      ['1', false],
      ['2', true],
      ['3', false],
    ]);
  });

  it('has one status a thread, until it is empty', () => {
    expect(say(say(EMPTY, 'a'), 'b').statuses.map(({ text }) => text)).toEqual(['b']);
    expect(say(say(EMPTY, 'a'), '').statuses).toEqual([]);
  });
});
