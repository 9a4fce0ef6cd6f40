import { isDeepStrictEqual } from 'node:util';

/** Whether two plain JSON values are equal; the order of keys does not count, the order of lists does. */
export function isSameJson(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(a, b);
}
