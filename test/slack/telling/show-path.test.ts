import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describePath } from '../../../src/picture/describe-path.ts';
import { DEMO_WORKSPACE, OPS, ANN } from '../../../src/sandbox/slack/workspace.ts';
import { type SlackSandbox, startSlackSandbox } from '../../../src/sandbox/slack/slack-sandbox.ts';
import type { SlackMessage } from '../../../src/sandbox/slack/wire.ts';
import { createSlackClients } from '../../../src/slack/clients.ts';
import type { StoryNotes } from '../../../src/slack/telling/story.ts';
import { pathsWith } from '../../support/paths.ts';
import { IN_THREAD, openStory } from '../support/a-story.ts';
import { diagnosis, explained, finding } from '../support/diagnoses.ts';

const PATHS = pathsWith(['layers'], { kind: 'egress-rule', subject: 'sg-1', reason: 'no-egress-to-prefix-list' });
const SHUT = finding({ position: { stage: 'layers', step: 'path' }, summary: 'No rule of `sg-1` allows HTTPS to S3.' });
const ABOUT_PATH = diagnosis({ conclusion: explained({ cause: SHUT, because: [] }), paths: PATHS });
const WORDS = describePath(PATHS).at(-1) ?? '';

const SCOPES = ['chat:write', 'channels:history', 'channels:read'];
let granting: SlackSandbox;
let refusing: SlackSandbox;

beforeAll(async () => {
  const start = (scopes: readonly string[]) =>
    startSlackSandbox({
      port: 0,
      panel: { list: () => [], active: () => '', choose: () => Promise.resolve() },
      workspace: { ...DEMO_WORKSPACE, app: { ...DEMO_WORKSPACE.app, scopes } },
    });
  [granting, refusing] = await Promise.all([start([...SCOPES, 'files:write']), start(SCOPES)]);
});
afterAll(() => Promise.all([granting.close(), refusing.close()]));

interface Telling {
  readonly notes?: StoryNotes;
  readonly toPng?: () => Promise<Uint8Array>;
  readonly about?: typeof ABOUT_PATH;
}

/** Tells a diagnosis in a thread of its own, and answers with what stands in the thread then. */
async function tell(slack: SlackSandbox, { about = ABOUT_PATH, notes = {}, ...more }: Telling = {}) {
  const { ts } = await slack.post({ channel: OPS.id, user: ANN.id, text: 'pull failed' });
  const clients = createSlackClients({ botToken: slack.botToken, slackApiUrl: slack.apiUrl });
  const conversation = { ...IN_THREAD, channel: OPS.id, threadTs: ts };
  const isRerun = Object.keys(notes).length > 0;
  const { teller, saved, lines } = await openStory({ clients }, { conversation, notes, isRerun, ...more });
  await teller.finish(about, 1);
  const replies = slack.messages(OPS.id).filter(({ thread_ts: thread, ts: own }) => thread === ts && own !== ts);
  return { pictures: replies.filter(hasFile), verdict: textOf(replies, 'ecr_why_verdict'), replies, saved, lines };
}

function hasFile({ files = [] }: SlackMessage): boolean {
  return files.length > 0;
}

function textOf(replies: readonly SlackMessage[], type: string): string {
  return replies.find(({ metadata }) => metadata?.['event_type'] === type)?.text ?? '';
}

describe('the way of the pull as a picture', () => {
  it('stands once above a verdict that is about the network, and is read out in words', async () => {
    const { pictures, verdict, replies, saved } = await tell(granting);
    expect(pictures).toMatchObject([
      { files: [{ mimetype: 'image/png', title: 'The way of the pull', alt_txt: describePath(PATHS).join('\n') }] },
    ]);
    expect(replies.map(hasFile)).toEqual([false, true, false]);
    expect(verdict).not.toContain(WORDS);
    expect(saved()).toMatchObject({ isPictured: true });
  });

  it('is told in words, without a word about it, where files:write is not granted', async () => {
    const { pictures, verdict, lines } = await tell(refusing);
    expect(pictures).toEqual([]);
    expect(verdict).toContain(`The way of each connection:\n`);
    expect(verdict).toContain(`• ${WORDS}`);
    expect(lines.filter(({ level }) => level !== 'debug')).toEqual([]);
  });

  it('leaves the first lines of a verdict as they are', async () => {
    const [shown, told] = await Promise.all([tell(granting), tell(refusing)]);
    expect(shown.verdict.split('\n')[0]).toBe('No rule of `sg-1` allows HTTPS to S3. Confirmed.');
    expect(told.verdict.split('\n').slice(0, 3)).toEqual(shown.verdict.split('\n').slice(0, 3));
  });

  it('is not drawn for an answer that is not about the network', async () => {
    const { pictures, verdict } = await tell(granting, { about: diagnosis({ paths: PATHS }) });
    expect(pictures).toEqual([]);
    expect(verdict).not.toContain(WORDS);
  });
});

describe('when the picture cannot be shown', () => {
  it.each([
    ['files.getUploadURLExternal', { kind: 'error', error: 'file_uploads_disabled' }],
    ['files.getUploadURLExternal', { kind: 'rate-limited', retryAfterS: 60 }],
    ['files.completeUploadExternal', { kind: 'error', error: 'file_not_found' }],
  ] as const)('tells it in words: %s %j', async (method, answer) => {
    granting.failNext(method, answer);
    const { pictures, verdict } = await tell(granting);
    expect(pictures).toEqual([]);
    expect(verdict).toContain(WORDS);
  });

  it('tells it in words where nothing can be drawn', async () => {
    const { pictures, verdict } = await tell(granting, { toPng: () => Promise.reject(new Error('no such machine')) });
    expect(pictures).toEqual([]);
    expect(verdict).toContain(WORDS);
  });

  it('shows no second one when the reply to the first was lost, and tells it in words too', async () => {
    granting.failNext('files.completeUploadExternal', { kind: 'lost' });
    const { pictures, verdict } = await tell(granting);
    expect(pictures).toHaveLength(1);
    expect(verdict).toContain(WORDS);
  });

  it('shows none after a crash behind the note, and tells it in words', async () => {
    const { pictures, verdict } = await tell(granting, { notes: { isPictured: true } });
    expect(pictures).toEqual([]);
    expect(verdict).toContain(WORDS);
  });

  it('shows none below a verdict that stands already', async () => {
    const { pictures } = await tell(granting, { notes: { verdictTs: '1.1' } });
    expect(pictures).toEqual([]);
  });
});
