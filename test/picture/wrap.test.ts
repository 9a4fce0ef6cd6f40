import { describe, expect, it } from 'vitest';
import { wrap } from '../../src/picture/wrap.ts';

describe('wrap', () => {
  it.each([
    ['', []],
    ['no egress', ['no egress']],
    ['no egress to prefix list', ['no egress', 'to prefix', 'list']],
    ['incomprehensibly long', ['incompreh…', 'long']],
    ['one two three four five six seven', ['one two', 'three four', 'five six…']],
  ])('%j', (text, lines) => {
    expect(wrap(text, 10, 3)).toEqual(lines);
  });
});
