import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generatedDocs } from '../scripts/write-docs.ts';
import { HEAD_END } from '../scripts/check-page.ts';
import { CHECKS } from '../src/checks/index.ts';
import { comparePositions } from '../src/domain/pull-stage.ts';
import { FIXERS } from '../src/fixers/index.ts';
import { WORLDS } from '../src/sandbox/worlds/index.ts';

const CHECK_FILES = readdirSync('src/checks', { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && entry.parentPath !== 'src/checks')
  .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'));
const IDS = CHECKS.map(({ id }) => id);

describe('the catalogue', () => {
  it('lists every check that has a file, once', () => {
    expect(IDS.toSorted()).toEqual(CHECK_FILES.map((file) => file.split('/').at(-1)?.replace('.ts', '')).toSorted());
  });

  it('is in the order of a pull, second questions behind what raises them', () => {
    const first = CHECKS.filter(({ after, step }) => after === undefined && step !== 'path');
    expect(first).toEqual(first.toSorted(comparePositions));
    for (const { id, after = [] } of CHECKS) {
      for (const raised of after) expect(IDS.indexOf(raised)).toBeLessThan(IDS.indexOf(id));
    }
  });
});

describe.each(CHECKS.map((check) => [check.id, check] as const))('%s', (id, check) => {
  const file = CHECK_FILES.find((each) => each.endsWith(`/${id}.ts`)) ?? '';

  it('stands in the folder of its stage, of the network, or of the cache', () => {
    expect([check.stage, check.step === 'path' ? 'network' : check.stage, 'cache']).toContain(file.split('/').at(-2));
  });

  it('has a test beside it and a page with words of its own', () => {
    expect(existsSync(file.replace('src/', 'test/').replace('.ts', '.test.ts'))).toBe(true);
    const [, written = ''] = readFileSync(`docs/checks/${id}.md`, 'utf8').split(HEAD_END);
    expect(written.trim().length).toBeGreaterThan(200);
  });

  it('asks a question and answers in sentences', () => {
    expect(check.question).toMatch(/^[A-Z].*\?$/);
    for (const { says } of Object.values(check.answers)) expect(says).toMatch(/^([A-Z`{]).*\.$/s);
  });

  it('is short enough to be read whole', () => {
    expect(readFileSync(file, 'utf8').split('\n').length).toBeLessThanOrEqual(80);
  });

  it('is shown by a world, unless no world can be about it', () => {
    const shown = WORLDS.flatMap(({ expect: { cause, because = [], follows = [], alsoWrong = [] } }) => [
      cause,
      ...because,
      ...follows,
      ...alsoWrong,
    ]);
    expect(shown).toContain(id);
  });
});

describe('fixers', () => {
  it.each(FIXERS.map(({ id, check }) => [id, check] as const))('%s mends a check that exists', (_id, check) => {
    expect(IDS).toContain(check);
  });
});

describe('what is generated', () => {
  it.each([...generatedDocs()])('%s is up to date (npm run docs)', (path, text) => {
    expect(existsSync(path) ? readFileSync(path, 'utf8') : '').toBe(text);
  });
});
