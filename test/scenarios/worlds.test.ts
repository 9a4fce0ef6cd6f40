import { describe, expect, it } from 'vitest';
import { WORLDS } from '../../src/sandbox/worlds/index.ts';
import { diagnoseWorld } from '../support/diagnose-world.ts';

describe.each(WORLDS.map((world) => [world.id, world] as const))('the world %s', (_id, world) => {
  const diagnosing = diagnoseWorld(world);

  it('names its cause and only that', async () => {
    const { diagnosis } = await diagnosing;
    const { conclusion } = diagnosis;
    expect(conclusion.kind).toBe(world.expect.conclusion);
    if (conclusion.kind !== 'explained') return;
    expect(conclusion.cause.check).toBe(world.expect.cause);
    expect(conclusion.because.map(({ check }) => check).toSorted()).toEqual((world.expect.because ?? []).toSorted());
    expect(conclusion.follows).toEqual([]);
  });

  it('reports besides what it must, and nothing else', async () => {
    const { conclusion } = (await diagnosing).diagnosis;
    const alsoWrong = conclusion.kind === 'out-of-sight' ? [] : conclusion.alsoWrong.map(({ check }) => check);
    expect(alsoWrong).toEqual(world.expect.alsoWrong ?? []);
  });

  it('runs every check without a bug and asks AWS nothing twice', async () => {
    const { bugs, meter } = await diagnosing;
    expect(bugs).toEqual([]);
    expect(meter.duplicates).toBe(0);
  });
});
