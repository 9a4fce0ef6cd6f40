import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RateLimiter } from '../../src/lib/rate-limiter.ts';

it('lets the first go at once, and spaces out those that come together', () => {
  const limiter = new RateLimiter(2, () => 10_000);
  expect([1, 2, 3, 4].map(() => limiter.takeTurn())).toEqual([0, 500, 1000, 1500]);
});

it('asks nobody to wait who comes late enough', () => {
  let now = 0;
  const limiter = new RateLimiter(2, () => now);
  limiter.takeTurn();
  now = 200;
  expect(limiter.takeTurn()).toBe(300);
  now = 5_000;
  expect(limiter.takeTurn()).toBe(0);
});

it('never waits without a limit', () => {
  const limiter = new RateLimiter(Number.POSITIVE_INFINITY, () => 10_000);
  expect([1, 2, 3].map(() => limiter.takeTurn())).toEqual([0, 0, 0]);
});

it('never lets more than the limit go in any second, whenever they come', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), fc.array(fc.nat(3_000), { maxLength: 60 }), (perSecond, gaps) => {
      let now = 0;
      const limiter = new RateLimiter(perSecond, () => now);
      const turns = gaps.map((gap) => {
        now += gap;
        return now + limiter.takeTurn();
      });
      for (const [index, turn] of turns.entries()) {
        const next = turns[index + perSecond];
        if (next !== undefined) expect(next - turn).toBeGreaterThanOrEqual(1000 - 1e-6);
      }
    }),
  );
});
