import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atMost } from '../../src/lib/at-most.ts';

describe('atMost', () => {
  it('never runs more at once than it may, runs everything, and answers each with its own', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5 }), fc.array(fc.nat(3), { maxLength: 30 }), async (limit, waits) => {
        const turn = atMost(limit);
        let running = 0;
        let most = 0;
        const answers = await Promise.all(
          waits.map((wait, index) =>
            turn(async () => {
              most = Math.max(most, (running += 1));
              for (let tick = 0; tick < wait; tick += 1) await Promise.resolve();
              running -= 1;
              return index;
            }),
          ),
        );
        expect(answers).toEqual(waits.map((_wait, index) => index));
        expect(most).toBeLessThanOrEqual(limit);
      }),
    );
  });

  it('gives the place of what failed to the next', async () => {
    const turn = atMost(1);
    const failing = turn(() => Promise.reject(new Error('no')));
    const next = turn(() => Promise.resolve('done'));
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('done');
  });

  it('starts in the order of asking', async () => {
    const turn = atMost(2);
    const started: number[] = [];
    await Promise.all([0, 1, 2, 3].map((index) => turn(async () => started.push(index))));
    expect(started).toEqual([0, 1, 2, 3]);
  });
});
