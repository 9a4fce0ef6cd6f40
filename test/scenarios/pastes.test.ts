import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../src/bot/start-sandbox.ts';
import { ANN, OPS } from '../../src/sandbox/slack/workspace.ts';

const image = (tag: string): string => `123456789012.dkr.ecr.us-east-1.amazonaws.com/my-app:${tag}`;
const stopped = (tag: string): string =>
  `CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref ${image(tag)}: ${image(tag)}: not found`;
const kubelet = (tag: string): string =>
  `Failed to pull image "${image(tag)}": rpc error: code = NotFound desc = failed to pull and unpack image "${image(tag)}": failed to resolve reference "${image(tag)}": ${image(tag)}: not found`;

/** What people paste, in the shapes in which it arrives. Each asks for a tag of its own, which is not there. */
const PASTES: readonly (readonly [shape: string, tag: string, text: string])[] = [
  ['the reason of a stopped task', 's1', stopped('s1')],
  ['the same in a code fence', 's2', `it broke again:\n\`\`\`\n${stopped('s2')}\n\`\`\``],
  ['the same quoted', 's3', stopped('s3').replace(/^/gm, '> ')],
  ['the same wrapped by a narrow window', 's4', stopped('s4').replace(/(.{60})/g, '$1\n')],
  ['a kubelet event', 's5', kubelet('s5')],
  [
    'a table of kubectl describe',
    's6',
    `Events:\n  Type     Reason   Age   From     Message\n  ----     ------   ----  ----     -------\n  Warning  Failed   12s   kubelet  ${kubelet('s6')}`,
  ],
  [
    'an event as JSON',
    's7',
    JSON.stringify({ detail: { stopCode: 'TaskFailedToStart', stoppedReason: stopped('s7') } }),
  ],
  [
    'what docker prints',
    's8',
    `Error response from daemon: manifest for ${image('s8')} not found: manifest unknown: Requested image not found`,
  ],
  ['a log line with a time', 's9', `2026-03-03T03:00:00Z level=error msg="${kubelet('s9').replaceAll('"', '\\"')}"`],
];

describe('pastes of every shape', () => {
  let sandbox: RunningSandbox;
  let dataDir: string;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'ecr-why-pastes-'));
    sandbox = await startSandbox({ port: 0, dataDir, latencyMs: 0 });
    await sandbox.choose('healthy');
  });
  afterAll(async () => {
    await sandbox.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const answerIn = (threadTs: string, tag: string) =>
    sandbox.slack.waitForMessage({
      channel: OPS.id,
      threadTs,
      where: ({ text }) => text.includes(`holds no image \`my-app:${tag}\``),
      timeoutMs: 25_000,
    });

  it.each(PASTES)('%s is answered in its thread', async (_shape, tag, text) => {
    const asked = await sandbox.slack.post({ channel: OPS.id, user: ANN.id, text });
    expect((await answerIn(asked.ts, tag)).text).toContain('Confirmed');
  });

  it('an alert of another app, whose words are in an attachment, is answered in its thread', async () => {
    const alert = sandbox.slack.postAsOtherApp({
      channel: OPS.id,
      username: 'alerts',
      attachments: [{ title: 'Deployment failed', text: stopped('s10'), fallback: 'Deployment failed' }],
    });
    expect((await answerIn(alert.ts, 's10')).text).toContain('Confirmed');
  });
});
