import { describe, expect, it } from 'vitest';
import { conditionOf, selectionOf } from '../../../src/semantics/lifecycle-policy/index.ts';
import type { LifecycleRule } from '../../../src/semantics/lifecycle-policy/index.ts';
import { rule } from './lifecycle-images.ts';

describe('conditionOf', () => {
  it.each<[LifecycleRule['count']['type'], number, string]>([
    ['imageCountMoreThan', 10, 'there are more than 10 such images'],
    ['sinceImagePushed', 1, 'they were pushed more than 1 day ago'],
    ['sinceImagePulled', 30, 'they were last pulled more than 30 days ago'],
    ['sinceImageTransitioned', 90, 'they were archived more than 90 days ago'],
  ])('says when %s %i acts', (type, number, words) => {
    expect(conditionOf(rule(1, 'any', [type, number]))).toBe(words);
  });
});

describe('selectionOf', () => {
  it.each([
    ['any', 'images whatever their tags'],
    ['untagged', 'untagged images'],
    [['v*', '*-rc'], 'images with tags that match `v*` and `*-rc`'],
  ] as const)('says what %j is about', (tags, words) => {
    expect(selectionOf(rule(1, tags, ['imageCountMoreThan', 1]))).toBe(words);
  });

  it('writes a prefix as the pattern that it is', () => {
    const selection = { tagStatus: 'tagged', listOf: 'prefixes', list: ['v'] } as const;
    expect(selectionOf({ ...rule(1, 'any', ['imageCountMoreThan', 1]), selection })).toBe(
      'images with tags that match `v*`',
    );
  });
});
