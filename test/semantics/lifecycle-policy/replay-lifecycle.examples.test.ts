import { describe, expect, it } from 'vitest';
import type { LifecycleImage, LifecyclePolicy } from '../../../src/semantics/lifecycle-policy/index.ts';
import { image, policy, rule, taken } from './lifecycle-images.ts';

const KEEP_ONE = ['imageCountMoreThan', 1] as const;

/** The examples of the Amazon ECR User Guide, "Examples of lifecycle policies", in ages of days. */
describe('replayLifecycle on the documented examples', () => {
  const prodAndBeta = [
    image('A', 10, ['beta-1', 'prod-1']),
    image('B', 9, ['beta-2', 'prod-2']),
    image('C', 8, ['beta-3']),
  ];

  it.each<[string, LifecyclePolicy, readonly LifecycleImage[], readonly string[]]>([
    [
      'the first rule shields prod images from the second',
      policy(rule(1, ['prod*'], KEEP_ONE), rule(2, ['beta*'], KEEP_ONE)),
      prodAndBeta,
      ['A'],
    ],
    [
      'the other order expires more',
      policy(rule(1, ['beta*'], KEEP_ONE), rule(2, ['prod*'], KEEP_ONE)),
      prodAndBeta,
      ['A', 'B'],
    ],
    [
      'two patterns in one list must both match',
      policy(rule(1, ['alpha*', 'beta*'], ['sinceImagePushed', 5])),
      [
        image('A', 12, ['alpha-1']),
        image('B', 11, ['beta-1']),
        image('C', 10, ['alpha-2', 'beta-2']),
        image('D', 4, ['alpha-3']),
        image('E', 3, ['beta-3']),
        image('F', 2, ['alpha-4', 'beta-4']),
      ],
      ['C'],
    ],
    [
      'two patterns in one list, by count',
      policy(rule(1, ['alpha*', 'beta*'], KEEP_ONE)),
      [
        image('A', 10, ['alpha-1', 'beta-1', 'gamma-1']),
        image('B', 9, ['alpha-2', 'beta-2']),
        image('C', 8, ['alpha-3', 'beta-3', 'gamma-2']),
      ],
      ['A', 'B'],
    ],
    [
      'any image',
      policy(rule(1, 'any', KEEP_ONE)),
      [image('A', 4, ['alpha-1']), image('B', 3, ['beta-1']), image('C', 2), image('D', 1, ['alpha-2'])],
      ['A', 'B', 'C'],
    ],
    [
      'three rules together',
      policy(rule(1, ['alpha*'], KEEP_ONE), rule(2, 'untagged', ['sinceImagePushed', 1]), rule(3, 'any', KEEP_ONE)),
      [
        image('A', 4, ['alpha-1', 'beta-1']),
        image('B', 3),
        image('C', 2, ['alpha-2']),
        image('D', 1, ['git hash']),
        image('E', 0.9),
      ],
      ['A', 'B', 'D'],
    ],
  ])('%s', (_name, rules, images, expected) => {
    expect(taken(rules, images)).toEqual(expected);
  });
});
