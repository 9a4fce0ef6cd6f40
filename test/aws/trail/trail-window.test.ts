import { expect, it } from 'vitest';
import { untilFailure, windowSince, windowWords } from '../../../src/aws/trail/trail-window.ts';

const NOW = new Date('2026-06-01T00:00:00.000Z');
const MEMORY = '2026-03-03T00:00:00.000Z';

it.each([
  ['nothing is known', null, MEMORY, 'in 90 days'],
  ['what is known is older than CloudTrail remembers', '2025-01-01T00:00:00.000Z', MEMORY, 'in 90 days'],
  [
    'a time is known, an hour before it',
    '2026-05-20T12:00:00.000Z',
    '2026-05-20T11:00:00.000Z',
    'since 2026-05-20T11:00:00.000Z',
  ],
  ['a clock runs ahead, nothing at all', '2026-06-02T00:00:00.000Z', NOW.toISOString(), `since ${NOW.toISOString()}`],
])('begins, when %s', (_what, since, from, words) => {
  const window = windowSince(since, NOW);
  expect(window.from.toISOString()).toBe(from);
  expect(window.to).toEqual(NOW);
  expect(windowWords(window)).toBe(words);
});

it.each([
  ['the failure is not known', null, null],
  ['it was read already', '2026-05-30T00:00:00.000Z', null],
  ['the failure is older than the window', '2026-01-01T00:00:00.000Z', null],
  ['it lies before, up to a minute behind it', '2026-04-01T00:00:00.000Z', '2026-04-01T00:01:00.000Z'],
])('is asked for again, when %s', (_what, failedAt, to) => {
  const again = untilFailure(windowSince(null, NOW), failedAt, '2026-05-29T00:00:00.000Z');
  expect(again?.to.toISOString() ?? null).toBe(to);
});
