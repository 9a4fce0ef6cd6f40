import { expect, it } from 'vitest';
import { isSameJson } from '../../src/lib/same-json.ts';

it.each([
  [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
  [['a', 'b'], ['b', 'a'], false],
  [{ a: [] }, { a: null }, false],
  [null, null, true],
])('%j and %j: %s', (a, b, isSame) => {
  expect(isSameJson(a, b)).toBe(isSame);
});
