import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  literalTokens,
  matchesEverything,
  matchesGlob,
  plainText,
  wildcardTokens,
} from '../../../src/semantics/iam-policy/glob.ts';

/** Slow and plain: what a pattern means, by definition. */
function meaning(pattern: string, text: string): boolean {
  const [first, rest] = [pattern.charAt(0), pattern.slice(1)];
  if (pattern === '') return text === '';
  if (first === '*') return meaning(rest, text) || (text !== '' && meaning(pattern, text.slice(1)));
  return text !== '' && (first === '?' || first === text.charAt(0)) && meaning(rest, text.slice(1));
}

describe('matchesGlob', () => {
  it.each([
    ['', '', true],
    ['', 'a', false],
    ['*', '', true],
    ['?', '', false],
    ['a*', 'a', true],
    ['*a', 'ba', true],
    ['*a*', 'bab', true],
    ['a*a', 'a', false],
    ['*ab', 'aab', true],
    ['?*?', 'a', false],
    ['?*?', 'ab', true],
    ['a**b', 'ab', true],
    ['*a?c*', 'xxabaacxx', true],
    ['.', 'a', false],
  ])('%s on %s: %s', (pattern, text, expected) => {
    expect(matchesGlob(wildcardTokens(pattern), text)).toBe(expected);
  });

  it('means what the definition says', () => {
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 });
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 8 });
    fc.assert(
      fc.property(pattern, text, (glob, candidate) => {
        expect(matchesGlob(wildcardTokens(glob), candidate)).toBe(meaning(glob, candidate));
      }),
      { numRuns: 2000 },
    );
  });

  it('comes to an end on patterns that make backtracking explode', () => {
    expect(matchesGlob(wildcardTokens('*a'.repeat(200)), `${'a'.repeat(5000)}b`)).toBe(false);
  });

  it('takes literal tokens literally', () => {
    expect(matchesGlob(literalTokens('a*'), 'ab')).toBe(false);
    expect(matchesGlob(literalTokens('a*'), 'a*')).toBe(true);
  });
});

describe('matchesEverything', () => {
  it.each([
    ['*', true],
    ['**', true],
    ['', false],
    ['*?', false],
    ['a*', false],
  ])('%s: %s', (pattern, expected) => {
    expect(matchesEverything(wildcardTokens(pattern))).toBe(expected);
  });
});

describe('plainText', () => {
  it('gives back the text of literal tokens', () => {
    expect(plainText(literalTokens('a*?'))).toBe('a*?');
  });
});
