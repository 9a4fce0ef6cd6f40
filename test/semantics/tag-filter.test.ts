import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesTagFilter } from '../../src/semantics/tag-filter.ts';

describe('matchesTagFilter', () => {
  it.each([
    ['latest', 'latest', true],
    ['latest', 'latest-1', false],
    ['v*', 'v2.1.0', true],
    ['v*', 'av2', false],
    ['*-dev', 'api-dev', true],
    ['a*b*c', 'a-b-c', true],
    ['a*b*c', 'a-c-b', false],
    ['ab*ba', 'aba', false],
    ['*', '', true],
    ['**', 'x', true],
    ['a.c', 'abc', false],
  ])('%s and %s: %s', (filter, tag, matches) => {
    expect(matchesTagFilter(filter, tag)).toBe(matches);
  });

  const text = fc.stringMatching(/^[a-c]{0,6}$/);
  it('agrees with a pattern built from pieces', () => {
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 4 }),
        fc.array(text, { minLength: 4, maxLength: 4 }),
        (parts, fill) => {
          const tag = parts.flatMap((part, index) => (index === 0 ? [part] : [fill[index - 1] ?? '', part])).join('');
          expect(matchesTagFilter(parts.join('*'), tag)).toBe(true);
        },
      ),
    );
  });

  it('agrees with a regular expression', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ab*]{0,6}$/), text, (filter, tag) => {
        expect(matchesTagFilter(filter, tag)).toBe(new RegExp(`^${filter.replaceAll('*', '.*')}$`).test(tag));
      }),
    );
  });
});
