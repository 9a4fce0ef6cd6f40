import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commitIn, olderRelease } from '../../../src/investigation/recovery/tag-line.ts';
import { anImageFact } from '../../support/facts.ts';

const image = (tag: string, day: number, status: 'ACTIVE' | 'ARCHIVED' = 'ACTIVE') =>
  anImageFact({ tags: [tag], pushedAt: `2026-02-${String(day).padStart(2, '0')}T10:00:00.000Z`, status });

describe('commitIn', () => {
  it.each([
    ['3f9c2ab', '3f9c2ab'],
    ['3f9c2ab0d1e2f3a4b5c6d7e8f90a1b2c3d4e5f60', '3f9c2ab0d1e2f3a4b5c6d7e8f90a1b2c3d4e5f60'],
    ['main-3f9c2ab', '3f9c2ab'],
    ['v1.2.3-3f9c2ab', '3f9c2ab'],
    ['20261103', null],
    ['deadbeef', null],
    ['3f9c2a', null],
    ['v2.1.0', null],
    ['latest', null],
    ['3F9C2AB', null],
    ['x3f9c2ab', null],
  ])('of %s is %s', (tag, commit) => {
    expect(commitIn(tag)).toBe(commit);
  });
});

describe('olderRelease', () => {
  it.each([
    ['the highest lower version', 'v2.1.0', ['v1.9.0', 'v2.0.9', 'v2.0.10'], 'v2.0.10'],
    ['never a higher one', 'v2.1.0', ['v2.1.1', 'v3.0.0'], null],
    ['of the same writing', 'v2.1.0', ['2.0.9', 'release-2.0.8', 'v2.0.7-alpine', 'v2', 'v1.0.0'], 'v1.0.0'],
    ['with the same suffix', 'v2.1.0-alpine', ['v2.0.9', 'v2.0.8-alpine'], 'v2.0.8-alpine'],
    ['of calendar versions too', '2026.11', ['2026.9', '2026.10'], '2026.10'],
    ['of build numbers', 'build-118', ['build-99', 'build-117'], 'build-117'],
    ['none of a tag that is moved', 'latest', ['v1.0.0', 'stable'], null],
  ])('is %s', (_title, wanted, tags, expected) => {
    const found = olderRelease(
      wanted,
      null,
      tags.map((tag) => image(tag, 3)),
    );
    expect(found?.tag ?? null).toBe(expected);
  });

  it('is the commit that was pushed before, and none when the time of the wanted one is not known', () => {
    const images = [image('81d0e4c', 1), image('main-0a1b2c3', 2), image('5f6a7b8', 9), image('v1.0.0', 2)];
    expect(olderRelease('3f9c2ab', '2026-02-05T10:00:00.000Z', images)?.tag).toBe('81d0e4c');
    expect(olderRelease('3f9c2ab', null, images)).toBeNull();
  });

  it('can be pulled: what is archived is passed over', () => {
    expect(olderRelease('v2.1.0', null, [image('v2.0.9', 3, 'ARCHIVED'), image('v2.0.8', 2)])?.tag).toBe('v2.0.8');
  });

  it('is always lower than what it stands in for', () => {
    const numbers = fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30));
    fc.assert(
      fc.property(numbers, fc.array(numbers, { maxLength: 20 }), (wanted, others) => {
        const found = olderRelease(
          `v${wanted.join('.')}`,
          null,
          others.map((other) => image(`v${other.join('.')}`, 1)),
        );
        const weight = ([major, minor, patch]: readonly number[]) =>
          (major ?? 0) * 10_000 + (minor ?? 0) * 100 + (patch ?? 0);
        const lower = others.map(weight).filter((each) => each < weight(wanted));
        if (found === null) return lower.length === 0;
        return weight(found.tag.slice(1).split('.').map(Number)) === Math.max(...lower);
      }),
    );
  });
});
