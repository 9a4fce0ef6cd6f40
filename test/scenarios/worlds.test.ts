import { describe, expect, it } from 'vitest';
import { WORLDS } from '../../src/sandbox/worlds/index.ts';
import { diagnoseWorld } from '../support/diagnose-world.ts';

const GONE = new Set(['missing-image', 'missing-repository', 'frozen-digest']);

describe.each(WORLDS.map((world) => [world.id, world] as const))('the world %s', (_id, world) => {
  const diagnosing = diagnoseWorld(world);

  it('names its cause and only that', async () => {
    const { diagnosis } = await diagnosing;
    const { conclusion } = diagnosis;
    expect(conclusion.kind).toBe(world.expect.conclusion);
    if (conclusion.kind !== 'explained') {
      expect('says' in conclusion ? conclusion.says : '').toContain(world.expect.says ?? '');
      return;
    }
    expect(conclusion.cause.check).toBe(world.expect.cause);
    if (world.expect.answer !== undefined) expect(conclusion.cause.answer).toBe(world.expect.answer);
    expect(conclusion.because.map(({ check }) => check).toSorted()).toEqual((world.expect.because ?? []).toSorted());
    expect(conclusion.follows.map(({ check }) => check)).toEqual(world.expect.follows ?? []);
  });

  it('reports besides what it must, and nothing else', async () => {
    const { conclusion } = (await diagnosing).diagnosis;
    const alsoWrong = conclusion.kind === 'out-of-sight' ? [] : conclusion.alsoWrong.map(({ check }) => check);
    expect(alsoWrong).toEqual(world.expect.alsoWrong ?? []);
  });

  it('says how what is gone can come back', async () => {
    const { recovery } = (await diagnosing).diagnosis;
    if (world.expect.recovery !== undefined) expect(recovery.map(({ kind }) => kind)).toEqual(world.expect.recovery);
    // Where nothing is gone there is nothing to bring back.
    if (!GONE.has(world.expect.cause ?? '')) expect(recovery).toEqual([]);
  });

  it('runs every check without a bug and asks AWS nothing twice', async () => {
    const { bugs, meter } = await diagnosing;
    expect(bugs).toEqual([]);
    expect(meter.duplicates).toBe(0);
  });
});
