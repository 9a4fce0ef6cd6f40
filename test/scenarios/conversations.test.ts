import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../src/bot/start-sandbox.ts';
import { ANN, BEN, CLEO, OPS, PLATFORM_ONCALL } from '../../src/sandbox/slack/workspace.ts';
import { findWorld, WORLDS } from '../../src/sandbox/worlds/index.ts';

/** The whole product without a browser: people write in the local workspace, the real bot answers from a world. */
describe('conversations in the sandbox', () => {
  let sandbox: RunningSandbox;
  let dataDir: string;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'ecr-why-conversations-'));
    sandbox = await startSandbox({ port: 0, dataDir, latencyMs: 0 });
  });
  afterAll(async () => {
    await sandbox.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const isVerdict = (message: { metadata?: unknown }): boolean =>
    JSON.stringify(message.metadata ?? null).includes('ecr_why_verdict');

  /** Throttled calls are tried again, which takes its time. */
  const PATIENCE = 25_000;

  async function paste(worldId: string) {
    await sandbox.choose(worldId);
    const world = findWorld(worldId);
    if (world === undefined) throw new Error(`there is no world ${worldId}`);
    const asked = await sandbox.slack.post({ channel: OPS.id, user: ANN.id, text: world.message });
    const verdict = await sandbox.slack.waitForMessage({
      channel: OPS.id,
      threadTs: asked.ts,
      where: isVerdict,
      timeoutMs: PATIENCE,
    });
    return { asked, verdict };
  }

  it.each(
    WORLDS.filter(({ message }) => message !== '').map(({ id, expect: { conclusion } }) => [id, conclusion] as const),
  )('answers the message of %s in its thread', async (id, conclusion) => {
    const { verdict } = await paste(id);
    const opening = {
      explained: /Confirmed|Probable/,
      undetermined: /I cannot tell|^The message says/,
      'would-fail-now': /would stop at another place now/,
      'would-pull-now': /It would pull now/,
      'out-of-sight': /I can only say/,
    };
    expect(verdict.text).toMatch(opening[conclusion]);
  });

  it('never calls an image missing that it may not look for', async () => {
    const { verdict } = await paste('reader-denied-images');
    expect(verdict.text).not.toMatch(/holds no image/);
    expect(verdict.text).toContain('ecr:DescribeImages');
  });

  it('takes a fix all the way, refuses who may not, and undoes it', async () => {
    const { asked, verdict } = await paste('mutable-tags');
    const thread = { channel: OPS.id, threadTs: asked.ts, timeoutMs: PATIENCE };
    const told = (text: string) =>
      sandbox.slack.waitForMessage({ ...thread, where: (message) => message.text.includes(text) });
    const toldAlone = (user: string, text: string) =>
      sandbox.slack.waitForMessage({ ...thread, ephemeralTo: user, where: (message) => message.text.includes(text) });
    const click = (user: string, ts: string, actionId: string) =>
      sandbox.slack.click({ channel: OPS.id, ts, user, actionId });
    const submitModal = async (user: string, showing: string) => {
      await sandbox.slack.waitFor(() => JSON.stringify(sandbox.slack.modal(user)).includes(showing));
      await sandbox.slack.submit({ user, values: {} });
    };

    await click(ANN.id, verdict.ts, 'open_fix:0');
    const aside = await toldAlone(ANN.id, 'I have not asked them');
    await click(ANN.id, aside.ts, 'ask_for_fix');
    await submitModal(ANN.id, 'PutImageTagMutability');
    const request = await told('asked to prevent the next failure');

    await click(CLEO.id, request.ts, 'approve_fix');
    await toldAlone(CLEO.id, PLATFORM_ONCALL.id);
    await click(BEN.id, request.ts, 'approve_fix');
    await submitModal(BEN.id, 'PutImageTagMutability');
    const outcome = await told('cannot be overwritten');
    expect(outcome.text).toContain(BEN.id);

    await click(ANN.id, outcome.ts, 'undo_fix');
    await submitModal(ANN.id, 'PutImageTagMutability');
    const undoRequest = await told('asked to put a fix back');
    await click(BEN.id, undoRequest.ts, 'approve_fix');
    await submitModal(BEN.id, 'PutImageTagMutability');
    await told('what it was before the fix');
  });
});
