import { expect, it } from 'vitest';
import { listOf, plural } from '../../src/lib/plural.ts';

it('counts', () => {
  expect([plural(0, 'image'), plural(1, 'image'), plural(2, 'image')]).toEqual(['0 images', '1 image', '2 images']);
});

it('lists', () => {
  expect([listOf([]), listOf(['a']), listOf(['a', 'b']), listOf(['a', 'b', 'c'])]).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
});
