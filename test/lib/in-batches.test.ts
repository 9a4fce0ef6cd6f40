import { expect, it } from 'vitest';
import { inBatches } from '../../src/lib/in-batches.ts';

it.each([
  [[], []],
  [[1], [[1]]],
  [[1, 2], [[1, 2]]],
  [
    [1, 2, 3, 4, 5],
    [[1, 2], [3, 4], [5]],
  ],
])('cuts %j into %j', (items, batches) => {
  expect(inBatches(items, 2)).toEqual(batches);
});
