import { describe, expect, it } from 'vitest';
import { lifecycleViolations } from '../../../src/semantics/lifecycle-policy/index.ts';
import type { LifecycleRule } from '../../../src/semantics/lifecycle-policy/index.ts';
import { policy, rule } from './lifecycle-images.ts';

const KEEP_ONE = ['imageCountMoreThan', 1] as const;

function archive(priority: number, tags: 'any' | 'untagged', days = 90): LifecycleRule {
  return { ...rule(priority, tags, ['sinceImageTransitioned', days]), storageClass: 'archive' };
}

const ARCHIVING: LifecycleRule = { ...rule(1, ['v*'], ['sinceImagePulled', 30]), action: 'transition' };

describe('lifecycleViolations', () => {
  it.each<[string, readonly LifecycleRule[], readonly [string, number][]]>([
    [
      'a priority twice',
      [rule(1, ['a'], KEEP_ONE), rule(1, ['b'], KEEP_ONE)],
      [
        ['priority-not-unique', 1],
        ['priority-not-unique', 1],
      ],
    ],
    ['any before another', [rule(1, 'any', KEEP_ONE), rule(2, ['b'], KEEP_ONE)], [['any-is-not-last', 1]]],
    [
      'two untagged rules',
      [rule(1, 'untagged', KEEP_ONE), rule(2, 'untagged', KEEP_ONE)],
      [
        ['second-untagged-rule', 1],
        ['second-untagged-rule', 2],
      ],
    ],
    [
      'the same list twice',
      [rule(1, ['a', 'b'], KEEP_ONE), rule(2, ['b', 'a'], KEEP_ONE)],
      [
        ['same-list-twice', 1],
        ['same-list-twice', 2],
      ],
    ],
    ['five wildcards', [rule(1, ['*a*b*c*d*'], KEEP_ONE)], [['too-many-wildcards', 1]]],
    ['expiring by last pull', [{ ...ARCHIVING, action: 'expire' }], [['pulled-only-transitions', 1]]],
    ['leaving the archive too early', [archive(1, 'any', 30)], [['transitioned-only-expires-archive', 1]]],
    ['archiving what is in the archive', [{ ...ARCHIVING, storageClass: 'archive' }], [['pulled-only-transitions', 1]]],
    [
      'a move to the archive out of the archive',
      [{ ...archive(1, 'any'), action: 'transition' }],
      [['transitioned-only-expires-archive', 1]],
    ],
    [
      'the time in the archive for images outside of it',
      [{ ...archive(1, 'any'), storageClass: 'standard' }],
      [['transitioned-only-expires-archive', 1]],
    ],
    ['89 days in the archive', [archive(1, 'any', 89)], [['transitioned-only-expires-archive', 1]]],
    [
      '51 rules',
      Array.from({ length: 51 }, (_, index) => rule(index + 1, [`v${index}`], KEEP_ONE)),
      [['too-many-rules', 51]],
    ],
  ])('finds %s', (_name, rules, expected) => {
    expect(lifecycleViolations(policy(...rules))).toEqual(
      expected.map(([violation, priority]) => ({ violation, priority })),
    );
  });

  it.each<[string, readonly LifecycleRule[]]>([
    ['90 days in the archive', [archive(1, 'any', 90)]],
    ['four wildcards', [rule(1, ['*a*b*c*'], KEEP_ONE)]],
    ['50 rules', Array.from({ length: 50 }, (_, index) => rule(index + 1, [`v${index}`], KEEP_ONE))],
    ['any as the last', [rule(1, ['b'], KEEP_ONE), rule(2, 'any', KEEP_ONE)]],
    ['lists that share an entry', [rule(1, ['a', 'b'], KEEP_ONE), rule(2, ['a'], KEEP_ONE)]],
    ['the same list in either class', [ARCHIVING, { ...rule(2, ['v*'], KEEP_ONE), storageClass: 'archive' }]],
    ['archiving by age', [{ ...rule(1, 'any', ['sinceImagePushed', 30]), action: 'transition' }]],
  ])('takes %s', (_name, rules) => {
    expect(lifecycleViolations(policy(...rules))).toEqual([]);
  });

  it('takes each storage class for itself', () => {
    const rules = [
      ARCHIVING,
      rule(2, 'untagged', KEEP_ONE),
      rule(3, 'any', KEEP_ONE),
      archive(4, 'untagged'),
      archive(5, 'any'),
    ];
    expect(lifecycleViolations(policy(...rules))).toEqual([]);
  });
});
