import { expect, it } from 'vitest';
import { drawTable } from '../../src/terminal/table.ts';

it.each([
  ['wide cells', [['a long cell', 'x']], 'one          two\na long cell  x'],
  ['wide titles', [['a', 'b']], 'one  two\na    b'],
  ['no rows', [], 'one  two'],
])('is as wide as its %s', (_what, rows, drawn) => {
  expect(drawTable(['one', 'two'], rows)).toBe(drawn);
});
