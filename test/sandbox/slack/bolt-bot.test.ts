import type { BlockAction, ButtonAction, MessageShortcut, SlashCommand } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ANN, BEN, CLEO, LOUNGE, OPS, PLATFORM_ONCALL } from '../../../src/sandbox/slack/workspace.ts';
import { startStage, type Stage } from './real-bot.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
});
afterEach(async () => {
  await stage.stop();
});

const IMAGE = '111122223333.dkr.ecr.us-east-1.amazonaws.com/app:v1';
const GO = {
  type: 'actions',
  elements: [{ type: 'button', text: { type: 'plain_text', text: 'Go' }, action_id: 'go', value: 'job-1' }],
};

describe('a slash command', () => {
  it('is acknowledged, and answered in a thread', async () => {
    const heard: SlashCommand[] = [];
    stage.app.command('/ecr', async ({ command, ack, client }) => {
      await ack();
      heard.push(command);
      const parent = await client.chat.postMessage({ channel: command.channel_id, text: 'Ann asked' });
      await client.chat.postMessage({ channel: command.channel_id, thread_ts: parent.ts ?? '', text: 'Looking' });
    });
    const outcome = await stage.slack.slash({ channel: OPS.id, user: ANN.id, command: '/ecr', text: `why ${IMAGE}` });
    const reply = await stage.slack.waitForMessage({ channel: OPS.id, where: ({ text }) => text === 'Looking' });
    const [parent] = stage.slack.messages(OPS.id);
    expect(outcome).toEqual({ kind: 'done' });
    expect(heard[0]).toMatchObject({ text: `why <http://${IMAGE}|${IMAGE}>`, user_id: ANN.id, channel_name: 'ops' });
    expect(parent).toMatchObject({ text: 'Ann asked', reply_count: 1, latest_reply: reply.ts });
  });

  it('may be answered with the acknowledgement, to one person', async () => {
    stage.app.command('/ecr', async ({ ack }) => ack({ text: 'Try `/ecr why <image>`' }));
    await stage.slack.slash({ channel: OPS.id, user: ANN.id, command: '/ecr', text: '' });
    expect(stage.slack.ephemerals(ANN.id, OPS.id)[0]?.text).toBe('Try `/ecr why <image>`');
    expect(stage.slack.ephemerals(BEN.id, OPS.id)).toEqual([]);
    expect(stage.slack.messages(OPS.id)).toEqual([]);
  });

  it('that is answered with what Slack would refuse says why', async () => {
    stage.app.command('/ecr', async ({ ack }) =>
      ack({ text: 'a', blocks: [{ type: 'header', text: { type: 'plain_text', text: '' } }] }),
    );
    const outcome = await stage.slack.slash({ channel: OPS.id, user: ANN.id, command: '/ecr', text: '' });
    expect(outcome).toEqual({
      kind: 'failed',
      reason: 'The app answered with what Slack would refuse: invalid_blocks /blocks/0/text: must not be empty',
    });
  });

  it('that the app does not have is refused', async () => {
    const outcome = await stage.slack.slash({ channel: OPS.id, user: ANN.id, command: '/other', text: '' });
    expect(outcome).toEqual({ kind: 'failed', reason: '/other is not a valid command.' });
  });

  it('works where the app is not a member, and there only through its response URL', async () => {
    const refused = new Promise((resolve) => {
      stage.app.command('/ecr', async ({ command, ack, client, respond }) => {
        await ack();
        await client.chat.postMessage({ channel: command.channel_id, text: 'Looking' }).catch(resolve);
        await respond({ text: 'Invite me for more.' });
      });
    });
    await stage.slack.slash({ channel: LOUNGE.id, user: ANN.id, command: '/ecr', text: 'why' });
    await expect(refused).resolves.toMatchObject({ data: { error: 'not_in_channel' } });
    await stage.slack.waitForMessage({
      channel: LOUNGE.id,
      ephemeralTo: ANN.id,
      where: ({ text }) => text === 'Invite me for more.',
    });
  });
});

describe('a button', () => {
  it('tells the app who clicked what, and what the message is now', async () => {
    const clicks: BlockAction<ButtonAction>[] = [];
    stage.app.action<BlockAction<ButtonAction>>('go', async ({ ack, body, client }) => {
      await ack();
      clicks.push(body);
      await client.chat.update({ channel: OPS.id, ts: body.message?.ts ?? '', text: `<@${body.user.id}> asked` });
    });
    const posted = await stage.app.client.chat.postMessage({
      channel: OPS.id,
      text: 'Found',
      blocks: [GO],
      metadata: { event_type: 'job', event_payload: { id: '1' } },
    });
    await stage.slack.click({ channel: OPS.id, user: CLEO.id, ts: posted.ts ?? '', actionId: 'go' });
    const updated = await stage.slack.waitForMessage({ where: ({ text }) => text === `<@${CLEO.id}> asked` });
    expect(clicks[0]).toMatchObject({
      user: { id: CLEO.id, team_id: 'T0LOCAL01' },
      actions: [{ action_id: 'go', value: 'job-1', block_id: 'b0' }],
      message: { ts: posted.ts, metadata: { event_payload: { id: '1' } } },
      container: { is_ephemeral: false },
    });
    // A text without blocks takes the buttons away.
    expect(updated.blocks).toBeUndefined();
  });

  it('in an ephemeral message shows the app no message, and can replace it', async () => {
    const clicks: BlockAction[] = [];
    stage.app.action('go', async ({ ack, body, respond }) => {
      await ack();
      if (body.type === 'block_actions') clicks.push(body);
      await respond({ replace_original: true, text: 'Asked them.' });
    });
    const { message_ts: ts = '' } = await stage.app.client.chat.postEphemeral({
      channel: OPS.id,
      user: ANN.id,
      text: 'Ask?',
      blocks: [GO],
    });
    await stage.slack.click({ channel: OPS.id, user: ANN.id, ts, actionId: 'go' });
    await stage.slack.waitForMessage({
      channel: OPS.id,
      ephemeralTo: ANN.id,
      where: ({ text }) => text === 'Asked them.',
    });
    expect(clicks[0]?.message).toBeUndefined();
    expect(clicks[0]?.container).toMatchObject({ is_ephemeral: true });
  });
});

function filled(value: string | null) {
  return { why: { text: { type: 'plain_text_input', value } } };
}

describe('a modal', () => {
  const blocks = [
    {
      type: 'input' as const,
      block_id: 'why',
      label: { type: 'plain_text' as const, text: 'Why' },
      element: { type: 'plain_text_input' as const, action_id: 'text' },
    },
  ];
  const view = {
    type: 'modal' as const,
    callback_id: 'fix',
    private_metadata: 'job-1',
    title: { type: 'plain_text' as const, text: 'Fix' },
    submit: { type: 'plain_text' as const, text: 'Send' },
    blocks,
  };

  it('is opened once by its trigger, sent back with errors, and closed when it is good', async () => {
    const second = new Promise((resolve) => {
      stage.app.command('/ecr', async ({ command, ack, client }) => {
        await ack();
        await client.views.open({ trigger_id: command.trigger_id, view });
        await client.views.open({ trigger_id: command.trigger_id, view }).catch(resolve);
      });
    });
    const received: string[] = [];
    stage.app.view('fix', async ({ ack, view: { state, private_metadata: job } }) => {
      const text = state.values['why']?.['text']?.value ?? '';
      if (text.length < 5) return ack({ response_action: 'errors', errors: { why: 'Say more.' } });
      received.push(`${job}: ${text}`);
      return ack();
    });
    await stage.slack.slash({ channel: OPS.id, user: ANN.id, command: '/ecr', text: 'fix' });
    await stage.slack.waitFor(() => stage.slack.modal(ANN.id));
    await expect(second).resolves.toMatchObject({ data: { error: 'exchanged_trigger_id' } });
    expect(await stage.slack.submit({ user: ANN.id, values: filled(null) })).toEqual({
      kind: 'invalid',
      errors: { why: 'Please complete this required field.' },
    });
    expect(await stage.slack.submit({ user: ANN.id, values: filled('no') })).toEqual({
      kind: 'invalid',
      errors: { why: 'Say more.' },
    });
    expect(await stage.slack.submit({ user: ANN.id, values: filled('because') })).toEqual({ kind: 'done' });
    expect(stage.slack.modal(ANN.id)).toBeNull();
    expect(received).toEqual(['job-1: because']);
  });

  it('can be pushed onto, updated and cleared', async () => {
    const refusals: string[] = [];
    stage.app.command('/ecr', async ({ command, ack, client }) => {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view: { ...view, external_id: 'first' } });
      await client.views
        .update({ external_id: 'first', hash: 'stale', view })
        .catch(({ data }) => refusals.push(data.error));
      await client.views.update({ external_id: 'first', view: { ...view, callback_id: 'first' } });
    });
    stage.app.view('first', async ({ ack }) =>
      ack({ response_action: 'push', view: { ...view, callback_id: 'second' } }),
    );
    stage.app.view('second', async ({ ack }) => ack({ response_action: 'clear' }));
    await stage.slack.slash({ channel: OPS.id, user: ANN.id, command: '/ecr', text: 'fix' });
    await stage.slack.waitFor(() => stage.slack.modal(ANN.id)?.callback_id === 'first');
    await stage.slack.submit({ user: ANN.id, values: filled('a') });
    expect(refusals).toEqual(['hash_conflict']);
    expect(stage.slack.modal(ANN.id)?.callback_id).toBe('second');
    await stage.slack.closeModal(ANN.id);
    expect(stage.slack.modal(ANN.id)?.callback_id).toBe('first');
    await stage.slack.submit({ user: ANN.id, values: filled('a') });
    await stage.slack.submit({ user: ANN.id, values: filled('a') });
    expect(stage.slack.modal(ANN.id)).toBeNull();
  });
});

it('a message shortcut hands over the message', async () => {
  const seen = new Promise<MessageShortcut>((resolve) => {
    stage.app.shortcut<MessageShortcut>(
      { type: 'message_action', callback_id: 'diagnose_message' },
      async ({ ack, shortcut }) => {
        await ack();
        resolve(shortcut);
      },
    );
  });
  const { ts } = await stage.slack.post({ channel: OPS.id, user: ANN.id, text: `cannot pull ${IMAGE}` });
  await stage.slack.shortcut({ channel: OPS.id, user: BEN.id, ts, callbackId: 'diagnose_message' });
  await expect(seen).resolves.toMatchObject({
    message_ts: ts,
    user: { id: BEN.id },
    message: { user: ANN.id, blocks: [{ type: 'rich_text' }] },
  });
});

it('what people and other apps write reaches the app, its own edits too, and not its own posts', async () => {
  const events: { readonly text?: string; readonly subtype?: string | undefined }[] = [];
  stage.app.event('message', async ({ event }) => {
    events.push({ text: 'text' in event ? (event.text ?? '') : '', subtype: event.subtype });
  });
  const mentioned = new Promise<string>((resolve) => {
    stage.app.event('app_mention', async ({ event }) => resolve(event.text));
  });
  await stage.slack.post({ channel: OPS.id, user: ANN.id, text: '@ecr-why why' });
  stage.slack.postAsOtherApp({ channel: OPS.id, username: 'alerts', attachments: [{ text: 'CannotPull' }] });
  const own = await stage.app.client.chat.postMessage({ channel: OPS.id, text: 'mine' });
  await stage.app.client.chat.update({ channel: OPS.id, ts: own.ts ?? '', text: 'mine, changed' });
  await stage.slack.shareSnippet({ channel: OPS.id, user: ANN.id, name: 'log.txt', content: 'CannotPull' });
  await expect(mentioned).resolves.toBe('<@U0ECRWHY1> why');
  await expect
    .poll(() => events.map(({ subtype }) => subtype ?? 'none').toSorted())
    .toEqual(['bot_message', 'file_share', 'message_changed', 'none']);
});

it('where the app was not invited, it hears nothing until it is', async () => {
  const heard: string[] = [];
  const joined = new Promise<string>((resolve) => {
    stage.app.event('member_joined_channel', async ({ event }) => resolve(event.channel));
  });
  stage.app.message(async ({ message }) => {
    if ('text' in message) heard.push(message.text ?? '');
  });
  await stage.slack.post({ channel: LOUNGE.id, user: ANN.id, text: 'before' });
  await stage.slack.slash({ channel: LOUNGE.id, user: ANN.id, command: '/invite', text: '@ecr-why' });
  await expect(joined).resolves.toBe(LOUNGE.id);
  await stage.slack.post({ channel: LOUNGE.id, user: ANN.id, text: 'after' });
  await expect.poll(() => heard).toEqual(['after']);
});

it('App Home is drawn when it is opened', async () => {
  stage.app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [{ type: 'divider' }] } });
  });
  await stage.slack.openHome(BEN.id);
  await stage.slack.waitFor(() => stage.slack.home(BEN.id));
  expect(stage.slack.home(ANN.id)).toBeNull();
});

it('user groups, metadata and permalinks can be read back', async () => {
  const { client } = stage.app;
  const metadata = { event_type: 'diagnosis', event_payload: { job: 'job-1' } };
  const parent = await client.chat.postMessage({ channel: OPS.id, text: 'one', metadata });
  await client.chat.postMessage({ channel: OPS.id, thread_ts: parent.ts ?? '', text: 'two' });
  const thread = { channel: OPS.id, ts: parent.ts ?? '' };
  const withMetadata = await client.conversations.replies({ ...thread, include_all_metadata: true });
  const without = await client.conversations.replies(thread);
  const approvers = await client.usergroups.users.list({ usergroup: PLATFORM_ONCALL.id });
  const link = await client.chat.getPermalink({ channel: OPS.id, message_ts: parent.ts ?? '' });
  expect(withMetadata.messages?.map(({ text, metadata: held }) => [text, held])).toEqual([
    ['one', metadata],
    ['two', undefined],
  ]);
  expect(without.messages?.[0]?.metadata).toBeUndefined();
  expect(approvers.users).toEqual([BEN.id]);
  expect(link.permalink).toBe(`${stage.slack.url}/archives/${OPS.id}/p${parent.ts?.replace('.', '')}`);
});
