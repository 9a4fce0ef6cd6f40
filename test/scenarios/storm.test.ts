import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../src/bot/start-sandbox.ts';
import { ANN, OPS } from '../../src/sandbox/slack/workspace.ts';
import { missingTag } from '../../src/sandbox/worlds/image/missing-tag.ts';
import { METADATA_TYPES } from '../../src/slack/blocks/action-ids.ts';

const ALERTS = 30;
const { progress, verdict, repeats } = METADATA_TYPES;

/** Patience, not a measure: repetitions are told some seconds after they come. */
const PATIENCE = 30_000;

let sandbox: RunningSandbox;
let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ecr-why-storm-'));
  sandbox = await startSandbox({ port: 0, dataDir, latencyMs: 0 });
}, 90_000);
afterAll(async () => {
  await sandbox.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const kindOf = ({ metadata }: { readonly metadata?: unknown }): string =>
  [progress, verdict, repeats].find((kind) => JSON.stringify(metadata ?? null).includes(kind)) ?? 'said by others';
/** What the bot has told, wherever. */
const told = () => sandbox.slack.messages(OPS.id).filter((message) => kindOf(message) !== 'said by others');
const counter = () => told().find((message) => kindOf(message) === repeats);
const counted = (count: string) =>
  sandbox.slack.waitFor(() => counter()?.text.includes(`reported ${count} since`) === true, PATIENCE);

it('answers a storm of equal alerts in one thread, and counts the rest of them in one message', async () => {
  await sandbox.choose(missingTag.id);
  for (let alert = 0; alert < ALERTS; alert += 1)
    sandbox.slack.postAsOtherApp({ channel: OPS.id, username: 'alerts', text: missingTag.message });
  await sandbox.slack.waitForMessage({
    channel: OPS.id,
    where: (message) => kindOf(message) === verdict,
    timeoutMs: PATIENCE,
  });
  await counted(`${ALERTS - 1} more times`);
  expect(told().map(kindOf).toSorted()).toEqual([progress, repeats, verdict].toSorted());
  expect(new Set(told().map(({ thread_ts: thread }) => thread)).size).toBe(1);

  const before = counter()?.ts;
  await sandbox.slack.post({ channel: OPS.id, user: ANN.id, text: missingTag.message });
  await counted(`${ALERTS} more times`);
  expect(counter()?.ts).toBe(before);
  expect(told()).toHaveLength(3);
}, 90_000);
