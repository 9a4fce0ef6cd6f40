import { describe, expect, it } from 'vitest';
import { lifecycleTraps } from '../../../src/semantics/lifecycle-policy/index.ts';
import { policy, rule } from './lifecycle-images.ts';

const KEEP_ONE = ['imageCountMoreThan', 1] as const;

describe('lifecycleTraps', () => {
  it.each([
    ['two patterns', ['v*', 'release*'], 'list-means-and'],
    ['a star', ['*'], 'list-matches-every-tag'],
    ['the empty prefix', [''], 'list-matches-every-tag'],
    ['stars alone', ['*', '**'], 'list-matches-every-tag'],
  ])('warns of %s', (_name, list, trap) => {
    const trapped = rule(2, list, KEEP_ONE);
    expect(lifecycleTraps(policy(rule(1, ['v*'], KEEP_ONE), trapped))).toEqual([{ trap, rule: trapped, list }]);
  });

  it('has nothing against rules that say what they mean', () => {
    const plain = policy(rule(1, ['v*'], KEEP_ONE), rule(2, 'untagged', KEEP_ONE), rule(3, 'any', KEEP_ONE));
    expect(lifecycleTraps(plain)).toEqual([]);
  });
});
