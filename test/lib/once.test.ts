import { expect, it } from 'vitest';
import { once } from '../../src/lib/once.ts';

it('makes one thing for all who ask', async () => {
  let made = 0;
  const make = once(() => Promise.resolve((made += 1)));
  expect(await Promise.all([make(), make()])).toEqual([1, 1]);
});

it('tries again after a failure', async () => {
  let tries = 0;
  const make = once(() => ((tries += 1) === 1 ? Promise.reject(new Error('not yet')) : Promise.resolve('there')));
  await expect(make()).rejects.toThrow('not yet');
  expect(await make()).toBe('there');
});
