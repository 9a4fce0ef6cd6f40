import { LogLevel, WebClient, type WebAPICallResult } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../../src/sandbox/slack/changes.ts';
import { startSlackSandbox, type SlackSandbox } from '../../../../src/sandbox/slack/slack-sandbox.ts';
import { ANN, CLEO, DEMO_WORKSPACE, DEPLOYS, LOUNGE, OPS } from '../../../../src/sandbox/slack/workspace.ts';
import { twoWorlds } from '../real-bot.ts';

const nothing = () => {};
const SILENT = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  setName: nothing,
  getLevel: () => LogLevel.ERROR,
};

let slack: SlackSandbox;
let client: WebClient;
let now = Date.parse('2026-11-24T12:00:00Z');

beforeAll(async () => {
  slack = await startSlackSandbox({ port: 0, panel: twoWorlds(), now: () => now });
  client = clientFor(slack.botToken);
});
afterAll(async () => slack.close());

function clientFor(token: string): WebClient {
  // Refusals are what these tests are about: the client need not log them.
  return new WebClient(token, { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, logger: SILENT });
}

async function errorOf(call: Promise<WebAPICallResult>): Promise<unknown> {
  return call.then(
    () => 'no error',
    (error: { readonly data?: { readonly error?: string } }) => error.data?.error ?? error,
  );
}

function section(text: string) {
  return [{ type: 'section', text: { type: 'mrkdwn', text } }];
}

function modal(extra: object = {}) {
  return { type: 'modal', title: { type: 'plain_text', text: 'Title' }, blocks: [], ...extra };
}

function richText(text: string) {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] };
}

describe('refuses what Slack refuses', () => {
  it.each<[string, string, Record<string, unknown>, string]>([
    ['a method that does not exist', 'chat.shout', {}, 'unknown_method'],
    ['a channel that does not exist', 'chat.postMessage', { channel: 'C0NOPE', text: 'a' }, 'channel_not_found'],
    ['a channel that the app is not in', 'chat.postMessage', { channel: LOUNGE.id, text: 'a' }, 'not_in_channel'],
    [
      'a direct message, with the tab turned off',
      'chat.postMessage',
      { channel: 'D0ANN0001', text: 'a' },
      'messages_tab_disabled',
    ],
    ['a message without content', 'chat.postMessage', { channel: OPS.id }, 'no_text'],
    ['a text that is too long', 'chat.postMessage', { channel: OPS.id, text: 'x'.repeat(40_001) }, 'msg_too_long'],
    [
      'bad blocks',
      'chat.postMessage',
      { channel: OPS.id, text: 'a', blocks: section('x'.repeat(3001)) },
      'invalid_blocks',
    ],
    [
      'blocks that are no list',
      'chat.postMessage',
      { channel: OPS.id, text: 'a', blocks: 'nonsense' },
      'invalid_blocks_format',
    ],
    [
      'too much in all blocks',
      'chat.postMessage',
      { channel: OPS.id, text: 'a', blocks: Array.from({ length: 5 }, () => section('x'.repeat(2900))).flat() },
      'msg_blocks_too_long',
    ],
    [
      'a thread that does not exist',
      'chat.postMessage',
      { channel: OPS.id, text: 'a', thread_ts: '1.000001' },
      'thread_not_found',
    ],
    [
      'malformed metadata',
      'chat.postMessage',
      { channel: OPS.id, text: 'a', metadata: { event_type: 'a' } },
      'invalid_metadata_format',
    ],
    ['an edit of no message', 'chat.update', { channel: OPS.id, ts: '1.000001', text: 'a' }, 'message_not_found'],
    [
      'an ephemeral message to someone elsewhere',
      'chat.postEphemeral',
      { channel: DEPLOYS.id, user: CLEO.id, text: 'a' },
      'user_not_in_channel',
    ],
    [
      'a thread to read that does not exist',
      'conversations.replies',
      { channel: OPS.id, ts: '1.000001' },
      'thread_not_found',
    ],
    ['a user group that does not exist', 'usergroups.users.list', { usergroup: 'S0NOPE' }, 'no_such_subteam'],
    ['a person who does not exist', 'users.info', { user: 'U0NOPE' }, 'user_not_found'],
    ['a trigger that was never given', 'views.open', { trigger_id: 'nope', view: modal() }, 'invalid_trigger_id'],
    [
      'a title that is too long',
      'views.open',
      { trigger_id: 'nope', view: modal({ title: { type: 'plain_text', text: 'x'.repeat(25) } }) },
      'invalid_arguments',
    ],
    ['an update of a view that is closed', 'views.update', { view_id: 'V0NOPE', view: modal() }, 'not_found'],
    [
      'a stream in a channel without a recipient',
      'chat.startStream',
      { channel: OPS.id, recipient_team_id: 'T0LOCAL01' },
      'missing_recipient_user_id',
    ],
    ['a missing argument', 'chat.postMessage', { text: 'a' }, 'invalid_arguments'],
  ])('%s', async (_, method, args, error) => {
    expect(await errorOf(client.apiCall(method, args))).toBe(error);
  });

  it('a token that is wrong, missing, or of the other kind', async () => {
    expect(await errorOf(clientFor('xoxb-wrong').auth.test())).toBe('invalid_auth');
    expect(await errorOf(clientFor('').auth.test())).toBe('not_authed');
    expect(await errorOf(clientFor(slack.appToken).auth.test())).toBe('not_allowed_token_type');
    expect(await errorOf(client.apps.connections.open({}))).toBe('not_allowed_token_type');
  });

  it('with a sentence for each thing that is wrong with the blocks', async () => {
    const response = await fetch(`${slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${slack.botToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        channel: OPS.id,
        text: 'a',
        blocks: [{ type: 'header', text: { type: 'mrkdwn', text: 'a' } }],
      }),
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      ok: false,
      error: 'invalid_blocks',
      errors: ['/blocks/0/text: must be plain_text, not mrkdwn'],
    });
  });

  it('a message that someone else wrote', async () => {
    const { ts } = await slack.post({ channel: OPS.id, user: ANN.id, text: 'mine' });
    expect(await errorOf(client.chat.update({ channel: OPS.id, ts, text: 'yours' }))).toBe('cant_update_message');
    expect(await errorOf(client.chat.delete({ channel: OPS.id, ts }))).toBe('cant_delete_message');
  });

  it('an edit of more than 4000 characters', async () => {
    const { ts = '' } = await client.chat.postMessage({ channel: OPS.id, text: 'a' });
    expect(await errorOf(client.chat.update({ channel: OPS.id, ts, text: 'x'.repeat(4001) }))).toBe('msg_too_long');
  });
});

it('a scope that was not granted is named', async () => {
  const app = { ...DEMO_WORKSPACE.app, scopes: ['chat:write'] };
  const strict = await startSlackSandbox({ port: 0, panel: twoWorlds(), workspace: { ...DEMO_WORKSPACE, app } });
  const strictClient = new WebClient(strict.botToken, { slackApiUrl: strict.apiUrl });
  await expect(strictClient.users.info({ user: ANN.id })).rejects.toMatchObject({
    data: { error: 'missing_scope', needed: 'users:read', provided: 'chat:write' },
  });
  await strict.close();
});

/** Starts a stream in a new thread. */
async function startStream() {
  const { ts = '' } = await client.chat.postMessage({ channel: OPS.id, text: 'asked' });
  const recipient = { recipient_team_id: 'T0LOCAL01', recipient_user_id: ANN.id };
  const chunks = [
    { type: 'plan_update' as const, title: 'Why' },
    { type: 'task_update' as const, id: '1', title: 'Token', status: 'in_progress' as const, details: 'a' },
  ];
  const stream = await client.chat.startStream({
    channel: OPS.id,
    thread_ts: ts,
    ...recipient,
    task_display_mode: 'plan',
    chunks,
  });
  return { channel: OPS.id, ts: stream.ts ?? '' };
}

function messageOf(ts: string) {
  return slack.messages(OPS.id).find((message) => message.ts === ts);
}

describe('streams', () => {
  it('grow a plan: details are added to, all else is replaced', async () => {
    const stream = await startStream();
    await client.chat.appendStream({
      ...stream,
      chunks: [{ type: 'task_update', id: '1', title: 'Token', status: 'complete', details: 'b', output: 'allowed' }],
    });
    await client.chat.stopStream({ ...stream, blocks: [{ type: 'divider' }] });
    const [plan, divider] = messageOf(stream.ts)?.blocks ?? [];
    expect(plan).toMatchObject({
      type: 'plan',
      title: 'Why',
      tasks: [{ task_id: '1', status: 'complete', details: richText('ab'), output: richText('allowed') }],
    });
    expect(divider).toMatchObject({ type: 'divider' });
    expect(await errorOf(client.chat.appendStream({ ...stream, markdown_text: 'more' }))).toBe(
      'message_not_in_streaming_state',
    );
  });

  it('cannot be edited while they run, and end by themselves after five minutes', async () => {
    const stream = await startStream();
    expect(await errorOf(client.chat.update({ ...stream, text: 'a' }))).toBe('streaming_state_conflict');
    now += 5 * 60_000 + 1;
    expect(await errorOf(client.chat.appendStream({ ...stream, markdown_text: 'more' }))).toBe(
      'message_not_in_streaming_state',
    );
    expect(await errorOf(client.chat.update({ ...stream, text: 'rescued' }))).toBe('no error');
  });

  it('take text or chunks, not both', async () => {
    const stream = await startStream();
    expect(
      await errorOf(
        client.chat.appendStream({ ...stream, markdown_text: 'a', chunks: [{ type: 'markdown_text', text: 'b' }] }),
      ),
    ).toBe('invalid_arguments');
  });
});

it('the status of a thread goes when the app has written into it', async () => {
  const { ts = '' } = await client.chat.postMessage({ channel: OPS.id, text: 'asked' });
  const snapshot = await firstChange('ann');
  await client.assistant.threads.setStatus({ channel_id: OPS.id, thread_ts: ts, status: 'is looking…' });
  const during = await firstChange('ann');
  await client.chat.postMessage({ channel: OPS.id, thread_ts: ts, text: 'found' });
  const after = await firstChange('ann');
  expect([snapshot.statuses, during.statuses.map(({ text }) => text), after.statuses]).toEqual([
    [],
    ['is looking…'],
    [],
  ]);
});

it('reactions are counted by person, and given once', async () => {
  const { ts } = await slack.post({ channel: OPS.id, user: ANN.id, text: 'a' });
  const reaction = { channel: OPS.id, timestamp: ts, name: 'eyes' };
  await client.reactions.add(reaction);
  expect(await errorOf(client.reactions.add(reaction))).toBe('already_reacted');
  expect(slack.messages(OPS.id).at(-1)?.reactions).toMatchObject([{ name: 'eyes', count: 1 }]);
  await client.reactions.remove(reaction);
  expect(slack.messages(OPS.id).at(-1)?.reactions).toEqual([]);
});

it('a file goes through the three steps of an upload, into a thread', async () => {
  const { ts = '' } = await client.chat.postMessage({ channel: OPS.id, text: 'asked' });
  const png = Buffer.from('89504e470d0a1a0a', 'hex');
  await client.filesUploadV2({
    channel_id: OPS.id,
    thread_ts: ts,
    file: png,
    filename: 'picture.png',
    title: 'The way of the pull',
  });
  const message = slack.messages(OPS.id).at(-1);
  const file = message?.files?.[0];
  expect(message).toMatchObject({
    thread_ts: ts,
    files: [{ mimetype: 'image/png', title: 'The way of the pull', size: 8 }],
  });
  const withToken = await fetch(file?.url_private_download ?? '', {
    headers: { authorization: `Bearer ${slack.botToken}` },
  });
  const withoutToken = await fetch(file?.url_private_download ?? '');
  expect(Buffer.from(await withToken.arrayBuffer())).toEqual(png);
  expect(withoutToken.headers.get('content-type')).toContain('text/html');
});

it('an image keeps what is read out in its place', async () => {
  const { ts = '' } = await client.chat.postMessage({ channel: OPS.id, text: 'asked' });
  const id = await upload({ alt_txt: 'Token: open' });
  await client.files.completeUploadExternal({ files: [{ id }], channel_id: OPS.id, thread_ts: ts });
  expect(slack.messages(OPS.id).at(-1)).toMatchObject({
    thread_ts: ts,
    subtype: 'file_share',
    files: [{ id, title: 'picture.png', alt_txt: 'Token: open' }],
  });
});

it('an upload fails as at Slack', async () => {
  const ticket = (change: object) =>
    errorOf(client.apiCall('files.getUploadURLExternal', { filename: 'a.png', length: 1, ...change }));
  expect(await ticket({ length: 0 })).toBe('missing_argument');
  expect(await ticket({ alt_txt: 'x'.repeat(1_001) })).toBe('alt_txt_too_large');
  const share = (id: string, channel: string) =>
    errorOf(client.files.completeUploadExternal({ files: [{ id }], channel_id: channel }));
  expect(await share('F0NOTHING', OPS.id)).toBe('file_not_found');
  expect(await share(await upload({}), LOUNGE.id)).toBe('not_in_channel');
  expect(await share(await upload({}), 'C0NOWHERE')).toBe('channel_not_found');
});

/** The first two steps of an upload. */
async function upload(change: object): Promise<string> {
  const asked = { filename: 'picture.png', length: 1, ...change };
  const answer: object = await client.apiCall('files.getUploadURLExternal', asked);
  const { upload_url: url, file_id: id }: Record<string, unknown> = { ...answer };
  await fetch(String(url), { method: 'POST', body: Buffer.from('x') });
  return String(id);
}

it('planned trouble comes once', async () => {
  slack.failNext('auth.test', { kind: 'error', error: 'internal_error' });
  slack.failNext('auth.test', { kind: 'rate-limited', retryAfterS: 7 });
  const patient = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl, rejectRateLimitedCalls: true });
  expect(await errorOf(patient.auth.test())).toBe('internal_error');
  await expect(patient.auth.test()).rejects.toMatchObject({ retryAfter: 7 });
  await expect(patient.auth.test()).resolves.toMatchObject({ user_id: DEMO_WORKSPACE.app.botUserId });
});

/** The snapshot that a page begins with. */
async function firstChange(handle: string) {
  const response = await fetch(`${slack.url}/page/changes?user=${handle}`);
  const reader = response.body?.getReader();
  let text = '';
  while (!text.includes('\n\n')) text += Buffer.from((await reader?.read())?.value ?? []).toString('utf8');
  await reader?.cancel();
  const snapshot: Pick<Snapshot, 'statuses'> = JSON.parse(text.slice('data: '.length, text.indexOf('\n\n')));
  return snapshot;
}
