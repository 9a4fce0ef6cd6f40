import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lifecycleTraps, poolOf } from '../../../src/semantics/lifecycle-policy/index.ts';
import type { LifecycleRule } from '../../../src/semantics/lifecycle-policy/index.ts';
import { image, policy, rule } from './lifecycle-images.ts';

const KEEP_ONE = ['imageCountMoreThan', 1] as const;

describe('lifecycleTraps', () => {
  it('warns of a list of two', () => {
    const list = ['v*', 'release*'];
    const trapped = rule(2, list, KEEP_ONE);
    expect(lifecycleTraps(policy(rule(1, ['prod*'], KEEP_ONE), trapped))).toEqual([
      { trap: 'list-means-and', rule: trapped, list },
    ]);
  });

  it('has nothing against rules that say what they mean', () => {
    const plain = policy(rule(1, ['v*'], KEEP_ONE), rule(2, 'untagged', KEEP_ONE), rule(3, 'any', KEEP_ONE));
    expect(lifecycleTraps(plain)).toEqual([]);
  });

  it.each<[string, LifecycleRule, LifecycleRule]>([
    ['a list of fewer letters', rule(1, ['v*'], KEEP_ONE), rule(2, ['v1*'], KEEP_ONE)],
    ['a prefix where the later rule has a pattern', prefixes(1, ['v']), rule(2, ['v*-rc*'], KEEP_ONE)],
    ['a star', rule(1, ['*'], KEEP_ONE), rule(2, ['v*'], KEEP_ONE)],
    ['one of the two that the later rule wants', rule(1, ['v*'], KEEP_ONE), rule(2, ['release*', 'v*'], KEEP_ONE)],
    ['any', rule(1, 'any', KEEP_ONE), rule(2, 'untagged', KEEP_ONE)],
    ['untagged', rule(1, 'untagged', KEEP_ONE), rule(2, 'untagged', ['sinceImagePushed', 1])],
  ])('says that a rule is never reached behind %s', (_name, by, shielded) => {
    expect(lifecycleTraps(policy(by, shielded))).toContainEqual({ trap: 'shielded', rule: shielded, by });
  });

  it.each<[string, LifecycleRule, LifecycleRule]>([
    ['a list that wants more', rule(1, ['release*', 'v*'], KEEP_ONE), rule(2, ['v*'], KEEP_ONE)],
    ['a longer prefix', prefixes(1, ['v1']), prefixes(2, ['v'])],
    ['a pattern with an end', rule(1, ['v*-rc'], KEEP_ONE), rule(2, ['v*'], KEEP_ONE)],
    ['tagged images', rule(1, ['*'], KEEP_ONE), rule(2, 'untagged', KEEP_ONE)],
    ['tagged images, itself about any', rule(1, ['*'], KEEP_ONE), rule(2, 'any', KEEP_ONE)],
    ['the other storage class', { ...rule(1, 'any', KEEP_ONE), storageClass: 'archive' }, rule(2, 'any', KEEP_ONE)],
  ])('does not say so behind %s', (_name, first, second) => {
    expect(lifecycleTraps(policy(first, second)).filter(({ trap }) => trap === 'shielded')).toEqual([]);
  });

  it('says so only of rules whose whole pool is in the earlier one, whatever the images', () => {
    const list = fc.array(fc.stringMatching(/^[ab*]{1,3}$/), { minLength: 1, maxLength: 2 });
    const tags = fc.array(fc.stringMatching(/^[ab]{1,4}$/), { maxLength: 3 });
    fc.assert(
      fc.property(list, list, fc.array(tags, { maxLength: 8 }), (outer, inner, all) => {
        const images = all.map((each, index) => image(String(index), index, each));
        const rules = policy(rule(1, outer, KEEP_ONE), rule(2, inner, KEEP_ONE));
        for (const trap of lifecycleTraps(rules)) {
          if (trap.trap !== 'shielded') continue;
          expect(poolOf(trap.by, images)).toEqual(expect.arrayContaining([...poolOf(trap.rule, images)]));
        }
      }),
    );
  });
});

function prefixes(priority: number, list: readonly string[]): LifecycleRule {
  return { ...rule(priority, 'any', KEEP_ONE), selection: { tagStatus: 'tagged', listOf: 'prefixes', list } };
}
