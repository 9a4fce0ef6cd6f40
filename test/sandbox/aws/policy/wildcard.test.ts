import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesWildcard } from '../../../../src/sandbox/aws/policy/wildcard.ts';

describe('matchesWildcard', () => {
  it.each([
    ['ecr:*', 'ecr:GetAuthorizationToken', true],
    ['ecr:Get?', 'ecr:Get', false],
    ['*', '', true],
    ['', '', true],
    ['', 'a', false],
    ['a*b*c', 'a-b-b-c', true],
    ['a*b*c', 'a-b-b-d', false],
    ['a.c', 'abc', false],
    ['arn:aws:ecr:*:1:repository/shop/*', 'arn:aws:ecr:us-east-1:1:repository/shop/api', true],
  ])('%s against %s', (pattern, text, expected) => {
    expect(matchesWildcard(pattern, text)).toBe(expected);
  });

  it('agrees with the regular expression that it stands for', () => {
    const few = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?', '.'), maxLength: 8 });
    fc.assert(
      fc.property(few, few, (pattern, text) => {
        const source = pattern
          .replaceAll('.', String.raw`\.`)
          .replaceAll('*', '.*')
          .replaceAll('?', '.');
        expect(matchesWildcard(pattern, text)).toBe(new RegExp(`^${source}$`, 's').test(text));
      }),
    );
  });
});
