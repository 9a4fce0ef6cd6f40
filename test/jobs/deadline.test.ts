import { expect, test } from 'vitest';
import { within } from '../../src/jobs/deadline.ts';

test('work that is done in time is in time', async () => {
  expect(await within(10_000, Promise.resolve('anything'))).toBe(true);
});

test('work that never ends is not', async () => {
  expect(await within(1, new Promise(() => {}))).toBe(false);
});

test('work that fails passes its error on', async () => {
  await expect(within(10_000, Promise.reject(new Error('away')))).rejects.toThrow('away');
});
