import { afterEach, describe, expect, test } from 'vitest';
import { ANN, OPS } from '../../src/sandbox/slack/workspace.ts';
import { missingTag } from '../../src/sandbox/worlds/image/missing-tag.ts';
import { ACTION_IDS, METADATA_TYPES } from '../../src/slack/blocks/action-ids.ts';
import type { EngineUnderTest } from '../jobs/engine-under-test.ts';
import { ask, kindsOf, told } from './restart-conversation.ts';
import { openStage, type Stage } from './restart-stage.ts';

const { progress, failure, verdict } = METADATA_TYPES;
const CRASHES = 3;
/** Patience, not a measure: an engine takes some ten seconds to call a process dead. */
const PATIENCE = { timeoutMs: 60_000 };

/** A diagnosis that every bot dies of: the same suite for all three engines. */
export function describeGivenUp(engine: EngineUnderTest): void {
  let stage: Stage | null = null;
  afterEach(() => stage?.close());

  describe(`a diagnosis that kills the bot on ${engine.name}`, { timeout: 240_000 }, () => {
    test('ends with words in its thread, once, and can be looked at again from there', async () => {
      stage = await openStage(missingTag, await engine.emptyPlace());
      const { slack, gates } = stage;
      let thread: string | null = null;
      for (let crash = 0; crash < CRASHES; crash += 1) {
        const held = gates.aws.hold(
          ({ headers }) => String(headers['x-amz-target']).endsWith('.DescribeImages'),
          'on its way',
        );
        const bot = await stage.startBot();
        thread ??= await ask(stage, 'an error', missingTag);
        await held.arrived;
        await bot.kill();
        held.release();
      }
      const last = await stage.startBot();
      const where = (kind: string) => (message: { metadata?: unknown }) =>
        JSON.stringify(message.metadata ?? null).includes(kind);
      const said = await slack.waitForMessage({ channel: OPS.id, where: where(failure), ...PATIENCE });
      await slack.waitFor(() => told({ slack })[0]?.text.startsWith('I could not finish this'), PATIENCE.timeoutMs);
      last.terminate();
      await last.ended;

      const next = await stage.startBot();
      expect(kindsOf(told(stage))).toEqual([progress, failure]);
      expect(told(stage).map(({ thread_ts }) => thread_ts)).toEqual([thread, thread]);
      await slack.click({ channel: OPS.id, user: ANN.id, ts: said.ts, actionId: ACTION_IDS.lookAgain });
      await next.logged('a diagnosis was told');
      expect(kindsOf(told(stage))).toEqual([progress, failure, progress, verdict]);
    });
  });
}
