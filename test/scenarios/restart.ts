import { afterEach, describe, expect, test } from 'vitest';
import { BEN, OPS } from '../../src/sandbox/slack/workspace.ts';
import { missingTag } from '../../src/sandbox/worlds/image/missing-tag.ts';
import { mutableTags } from '../../src/sandbox/worlds/prevention/mutable-tags.ts';
import { natFailed } from '../../src/sandbox/worlds/network/nat-failed.ts';
import { findRepository, findRole } from '../../src/sandbox/worlds/parts/find.ts';
import { FIX_ROLE, REGISTRY } from '../../src/sandbox/worlds/parts/names.ts';
import type { World } from '../../src/sandbox/worlds/world.ts';
import { ACTION_IDS, METADATA_TYPES } from '../../src/slack/blocks/action-ids.ts';
import { type EngineUnderTest, eventually } from '../jobs/engine-under-test.ts';
import { approveFix, ask, kindsOf, type Question, told } from './restart-conversation.ts';
import type { HeldCall, PassingCall, Point } from './restart-gate.ts';
import { openStage, type Stage } from './restart-stage.ts';

const { parent, progress, verdict, fixRequest, fixOutcome } = METADATA_TYPES;

/** Where the bot is cut off: the call that it stands in, and at which end of it. */
interface Moment {
  readonly gate: 'slack' | 'aws';
  readonly fits: (call: PassingCall) => boolean;
  readonly point: Point;
}

const posting = (kind: string, point: Point): Moment => ({
  gate: 'slack',
  fits: ({ path, body }) => path.endsWith('/chat.postMessage') && body.includes(kind),
  point,
});

const asking = (operation: string, point: Point): Moment => ({
  gate: 'aws',
  fits: ({ headers }) => String(headers['x-amz-target']).endsWith(`.${operation}`),
  point,
});

/** What every engine must do when the bot dies, or is told to stop, with work under way: the same suite for all three. */
export function describeRestart(engine: EngineUnderTest): void {
  const stages: Stage[] = [];

  async function onStage(world: World): Promise<Stage> {
    const stage = await openStage(world, await engine.emptyPlace());
    stages.push(stage);
    return stage;
  }

  afterEach(async () => {
    await Promise.all(stages.splice(0).map((stage) => stage.close()));
  });

  describe(`the bot on ${engine.name}`, { timeout: 180_000 }, () => {
    test.each<[when: string, question: Question, moment: Moment, standing: readonly string[]]>([
      ['before anything is posted', 'an error', posting(progress, 'on its way'), []],
      ['before it could note its thread', 'a command', posting(parent, 'on its way back'), [parent]],
      ['before it could note its progress message', 'an error', posting(progress, 'on its way back'), [progress]],
      ['in the middle of a diagnosis', 'an error', asking('DescribeImages', 'on its way'), [progress]],
      ['before it could note its verdict', 'an error', posting(verdict, 'on its way back'), [progress, verdict]],
    ])('that is killed %s finishes the same thread: %s', async (_when, question, moment, standing) => {
      const stage = await onStage(missingTag);
      const first = await stage.startBot();
      const held = hold(stage, moment);
      const askedIn = await ask(stage, question, missingTag);
      await held.arrived;
      const before = told(stage);
      await first.kill();
      expect(kindsOf(before)).toEqual(standing);
      await runToItsEnd(stage, 'a diagnosis was told');

      const after = told(stage);
      const whole = question === 'an error' ? [progress, verdict] : [parent, progress, verdict];
      expect(kindsOf(after)).toEqual(whole);
      expect(after.slice(0, before.length).map(({ ts }) => ts)).toEqual(before.map(({ ts }) => ts));
      const thread = askedIn ?? after[0]?.ts;
      expect(after.map(({ thread_ts }) => thread_ts)).toEqual(whole.map(() => thread));
      const [steps, answer] = after.slice(-2);
      expect(steps?.text).toMatch(/^Found the cause in/);
      await expectDone(stage, { notes: { progressTs: steps?.ts, verdictTs: answer?.ts } });
    });

    test.each<[when: string, point: Point, pictures: number]>([
      ['before its picture is shown', 'on its way', 0],
      ['before it knows that its picture is shown', 'on its way back', 1],
    ])('that is killed %s shows no second one, and says it in words', async (_when, point, pictures) => {
      const stage = await onStage(natFailed);
      const first = await stage.startBot();
      const held = hold(stage, {
        gate: 'slack',
        fits: ({ path }) => path.endsWith('/files.completeUploadExternal'),
        point,
      });
      await ask(stage, 'an error', natFailed);
      await held.arrived;
      await first.kill();
      await runToItsEnd(stage, 'a diagnosis was told');

      expect(stage.slack.messages(OPS.id).filter(({ files }) => files !== undefined)).toHaveLength(pictures);
      expect(kindsOf(told(stage))).toEqual([progress, verdict]);
      expect(told(stage)[1]?.text).toContain('The way of each connection:\n• Token: puller → ');
    });

    test.each<[when: string, moment: Moment]>([
      ['before AWS has heard of the change', asking('PutImageTagMutability', 'on its way')],
      ['before it knows that AWS has made the change', asking('PutImageTagMutability', 'on its way back')],
      ['before it could note the outcome', posting(fixOutcome, 'on its way back')],
    ])('that is killed %s applies an approved fix once', async (_when, moment) => {
      const stage = await onStage(mutableTags);
      const first = await stage.startBot();
      await ask(stage, 'an error', mutableTags);
      const held = hold(stage, moment);
      const request = await approveFix(stage);
      await held.arrived;
      await first.kill();
      await runToItsEnd(stage, 'a fix was carried out');

      expect(changesAsked(stage)).toEqual([null]);
      expect(findRepository(stage.estate, 'my-app').tagMutability).toBe('IMMUTABLE');
      const after = told(stage);
      expect(kindsOf(after)).toEqual([progress, verdict, fixRequest, fixOutcome]);
      expect(after[2]?.ts).toBe(request.ts);
      expect(JSON.stringify(after[2]?.blocks)).not.toContain(ACTION_IDS.approveFix);
      const decisions = await stage.remembered((jobs) => jobs.recentDecisions(5));
      expect(decisions).toMatchObject([
        { state: 'done', decision: { kind: 'approve', by: { user: BEN.id } }, result: { kind: 'verified' } },
      ]);
    });

    test('that is killed before it could note a refusal of AWS does not try again', async () => {
      const stage = await onStage(mutableTags);
      const fixRole = findRole(stage.estate, REGISTRY, FIX_ROLE);
      const allowed = fixRole.inlinePolicies;
      fixRole.inlinePolicies = [];
      const first = await stage.startBot();
      await ask(stage, 'an error', mutableTags);
      const held = hold(stage, posting(fixOutcome, 'on its way back'));
      await approveFix(stage);
      await held.arrived;
      await first.kill();
      // A second attempt would succeed, under a message that says it was refused.
      fixRole.inlinePolicies = allowed;
      await runToItsEnd(stage, 'a fix was carried out');

      expect(changesAsked(stage)).toEqual(['AccessDeniedException']);
      expect(kindsOf(told(stage))).toEqual([progress, verdict, fixRequest, fixOutcome]);
      const decisions = await stage.remembered((jobs) => jobs.recentDecisions(5));
      expect(decisions).toMatchObject([{ state: 'done', result: { kind: 'refused' } }]);
    });

    test('that is told to stop finishes its diagnosis, hears nothing new, and ends well', async () => {
      const stage = await onStage(missingTag);
      const bot = await stage.startBot();
      const { healthPort } = await bot.logged('ecr-why is running');
      const health = (path: string) => fetch(`http://127.0.0.1:${String(healthPort)}${path}`);
      const held = hold(stage, asking('DescribeImages', 'on its way'));
      await ask(stage, 'an error', missingTag);
      await held.arrived;
      expect((await health('/readyz')).status).toBe(200);

      bot.terminate();
      const unready = await eventually(async () => {
        const answer = await health('/readyz');
        return answer.status === 503 && answer.json();
      });
      expect(unready).toEqual({ status: 'not ready', problems: ['Slack is not connected'] });
      expect((await health('/healthz')).status).toBe(200);
      expect(kindsOf(told(stage))).toEqual([progress]);

      held.release();
      expect(await bot.ended).toBe(0);
      expect(kindsOf(told(stage))).toEqual([progress, verdict]);
      await expectDone(stage, {});
    });
  });
}

/** Starts the bot again, and stops it once it has done this: what it has said by then is all that it will ever say. */
async function runToItsEnd(stage: Stage, done: string): Promise<void> {
  const bot = await stage.startBot();
  await bot.logged(done);
  bot.terminate();
  expect(await bot.ended).toBe(0);
}

/** AWS's answers to every attempt to change something: an error code, or `null` for success. */
function changesAsked({ awsCalls }: Stage): readonly (string | null)[] {
  return awsCalls.filter(({ action }) => action === 'ecr:PutImageTagMutability').map(({ error }) => error);
}

function hold({ gates }: Stage, { gate, fits, point }: Moment): HeldCall {
  return gates[gate].hold(fits, point);
}

/** One diagnosis is remembered, with its result, and no other work is left. */
async function expectDone(stage: Stage, more: object): Promise<void> {
  const { records, counts } = await stage.remembered(async (jobs) => ({
    records: await jobs.recentDiagnoses(5),
    counts: await jobs.counts(),
  }));
  const result = { conclusion: { kind: 'explained', cause: { check: 'missing-image' } } };
  expect(records).toMatchObject([{ state: 'done', failure: null, result, ...more }]);
  expect(counts).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 0 });
}
