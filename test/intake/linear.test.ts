import { readdirSync, readFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../../src/intake/dialects.ts';
import { IMAGE_FRAMES } from '../../src/intake/image-frames.ts';
import { readMessage } from '../../src/intake/parse-message.ts';
import { SIGNATURES } from '../../src/intake/signatures.ts';

const PASTE = 40_000;
const INTAKE = new URL('../../src/intake/', import.meta.url);

const WORDINGS = [...SIGNATURES, ...DIALECTS.flatMap(({ failures, marks }) => failures.concat(marks))];

/** What makes parsers slow: one thing, over and over. */
const REPEATS = [
  '"',
  '\\',
  '<',
  '<http',
  '[',
  '[a](http:',
  '1',
  'a/',
  ':',
  '@',
  '.',
  '\n',
  '> ',
  '│',
  '`',
  'eyJ',
  '-eyJ',
  'AKIA',
  '=',
  'Aa1',
  '://a:b',
  '&amp;',
  'User: arn:aws:iam::1',
  'dial tcp ',
  'https://a/v2/',
  '1.dkr.ecr.',
  'docker login -p ',
  'authorization: basic ',
  'arn:aws:ecs:',
  'arn:aws:ecr:',
  'assigned a/b',
  'pod="',
  '(service ',
  '2026-01-01T00:00:00',
  '[manifests',
  "the repository with name '",
  'Warning  Failed\n',
  `${'x'.repeat(30)}\n`,
  ...IMAGE_FRAMES.map(({ before }) => before),
];

describe('a paste of any size takes time in proportion', () => {
  it('in steps of our code', async () => {
    const growth = await countSteps(async (steps) => {
      const grown: { repeat: string; growth: number }[] = [];
      for (const repeat of REPEATS) {
        const small = await steps(() => readMessage(fill(repeat, PASTE / 4)));
        const large = await steps(() => readMessage(fill(repeat, PASTE)));
        grown.push({ repeat, growth: large / small });
      }
      return grown;
    });
    // Four times the text may take four times the steps, and a little more where a limit was not yet reached.
    expect(growth.filter(({ growth: times }) => times > 5)).toEqual([]);
  });

  it.each(sources())('in the regular expressions of %s: none repeats a repetition without a bound', (file) => {
    const code = readFileSync(new URL(file, INTAKE), 'utf8');
    expect(patterns(code).filter(nestsRepetition)).toEqual([]);
  });

  it('knows a nested repetition when it sees one', () => {
    expect(['(a+)+', '(?:a*b)*', '([a-z]+\\.)+x', '(?:(?:a|b+)c)*', '(a{2,})*'].every(nestsRepetition)).toBe(true);
    expect(['(?:ab)+', '[a+]*', '(a+)?', '(?:a{1,9}){1,6}', 'a+b+', '\\(a+\\)+'].some(nestsRepetition)).toBe(false);
  });

  it.each(WORDINGS)('also of nothing but: $wording', ({ wording }) => {
    expect(typeof readMessage(fill(wording, PASTE / 4)).isPullFailure).toBe('boolean');
  });
});

function fill(repeat: string, length: number): string {
  return repeat.repeat(Math.ceil(length / repeat.length)).slice(0, length);
}

/** Counts how often the engine entered the blocks of our code: the same on every machine, unlike time. */
async function countSteps<T>(measure: (steps: (run: () => unknown) => Promise<number>) => Promise<T>): Promise<T> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const taken = async (): Promise<number> => {
    const { result } = await session.post('Profiler.takePreciseCoverage');
    const ours = result.filter(({ url }) => url.includes('/src/intake/'));
    return ours
      .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
      .reduce((sum, { count }) => sum + count, 0);
  };
  try {
    return await measure(async (run) => {
      await taken();
      run();
      return await taken();
    });
  } finally {
    await session.post('Profiler.stopPreciseCoverage');
    session.disconnect();
  }
}

function sources(): string[] {
  return readdirSync(INTAKE, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
}

/** The patterns between slashes; those built from strings hold the same characters and are found in their templates. */
function patterns(code: string): string[] {
  const literals = [
    ...code.matchAll(/(?<=[(=,:[|&?!\s])\/(?![/*])((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/[dgimsuvy]*/g),
  ].map(([, pattern = '']) => pattern);
  const templates = [...code.matchAll(/String\.raw`([^`]*)`/g)].map(([, pattern = '']) =>
    pattern.replace(/\$\{[^}]*\}/g, 'x'),
  );
  return [...literals, ...templates];
}

/** Whether a group that repeats without a bound holds something that does too. */
function nestsRepetition(pattern: string): boolean {
  const plain = pattern.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
  const groups: boolean[] = [];
  let inside = false;
  for (let at = 0; at < plain.length; at += 1) {
    const rest = plain.slice(at);
    if (plain[at] === '(') {
      groups.push(inside);
      inside = false;
    } else if (plain[at] === ')') {
      const repeats = /^\)(?:[*+]|\{\d+,\})/.test(rest);
      if (repeats && inside) return true;
      inside = inside || repeats || (groups.pop() ?? false);
    } else if (/^(?:[*+]|\{\d+,\})/.test(rest)) inside = true;
  }
  return false;
}
