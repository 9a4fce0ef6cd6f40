import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseImage } from '../../../src/intake/parse-image.ts';
import type { Estate } from '../../../src/sandbox/aws/estate.ts';
import { healthyEstate } from '../../../src/sandbox/worlds/healthy-estate.ts';
import { findWorld, WORLDS } from '../../../src/sandbox/worlds/index.ts';

const NOW = '2026-06-01T12:00:00.000Z';
const FOLDER = new URL('../../../src/sandbox/worlds/', import.meta.url);
const files = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'parts')
  .flatMap(({ name }) => readdirSync(new URL(`${name}/`, FOLDER)))
  .filter((name) => name !== 'index.ts')
  .map((name) => name.replace(/\.ts$/, ''));

/** A policy of a session or an organization, and a login by hand, are nowhere in what is read: the message tells of them. */
const TOLD_BY_MESSAGE = new Set(['session-policy-denies', 'rcp-denies', 'stale-docker-login']);

/** An estate without what ECS says happened: a stopped task is a symptom, and breaks nothing. */
function causesIn(estate: Estate): Estate {
  for (const ecs of estate.accounts.flatMap((account) => Object.values(account.ecs))) ecs.clusters = [];
  return estate;
}

describe('WORLDS', () => {
  it('has every file of the folder, once', () => {
    expect(WORLDS.map(({ id }) => id).toSorted()).toEqual(files.toSorted());
  });

  it('has a title of its own for each', () => {
    expect(new Set(WORLDS.map(({ title }) => title)).size).toBe(WORLDS.length);
  });

  it('is found by id, and nothing else is', () => {
    expect(findWorld('missing-tag')?.id).toBe('missing-tag');
    expect(findWorld('no-such-world')).toBeUndefined();
  });
});

describe.each(WORLDS)('world $id', (world) => {
  it('has something to ask about, and says in one sentence what is broken', () => {
    expect(world.message !== '' || world.image !== undefined).toBe(true);
    expect(world.image === undefined || parseImage(world.image) !== null).toBe(true);
    // A sentence may begin with the name of a service or of a tag, as it is written.
    expect(world.breaks).toMatch(/^\S.*\.$/);
    expect(world.title).not.toMatch(/\.$/);
  });

  it('expects a cause exactly when it expects an explanation', () => {
    expect(world.expect.cause !== undefined).toBe(world.expect.conclusion === 'explained');
  });

  it('differs from the healthy estate, unless it is that or its message alone tells what is wrong', () => {
    const isHealthy = JSON.stringify(causesIn(world.build(NOW))) === JSON.stringify(causesIn(healthyEstate(NOW)));
    expect(isHealthy).toBe(world.id === 'healthy' || TOLD_BY_MESSAGE.has(world.id));
  });

  it('is the same each time, and never the same object', () => {
    const first = world.build(NOW);
    const before = structuredClone(first);
    first.accounts.length = 0;
    expect(world.build(NOW)).toEqual(before);
  });

  it('has no time after its own now, and no digest but whole ones', () => {
    const text = JSON.stringify(world.build(NOW));
    const times = text.match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g) ?? [];
    // A key that waits to be deleted names a day that is still to come.
    const deletions: readonly string[] = text.match(/(?<="deletionAt":")[^"]+/g) ?? [];
    const isPast = (time: string): boolean => Date.parse(time) <= Date.parse(NOW) || deletions.includes(time);
    expect(times.filter((time) => !isPast(time))).toEqual([]);
    for (const digest of text.match(/sha256:\w+/g) ?? []) expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  });
});
