import { describe, expect, it } from 'vitest';
import { replayLifecycle, ruleThatWouldTake } from '../../../src/semantics/lifecycle-policy/index.ts';
import type { LifecycleImage, LifecyclePolicy, LifecycleRule } from '../../../src/semantics/lifecycle-policy/index.ts';
import { NOW, daysAgo, image, policy, rule, taken } from './lifecycle-images.ts';

function fateOf(name: string, rules: LifecyclePolicy, images: readonly LifecycleImage[]) {
  return replayLifecycle(rules, images, NOW).fates.find(({ digest }) => digest === `sha256:${name}`);
}

const KEEP_ONE = ['imageCountMoreThan', 1] as const;

describe('replayLifecycle', () => {
  it('says of each image which rule takes it, and which shields it', () => {
    const keepProd = rule(1, ['prod*'], ['imageCountMoreThan', 9999]);
    const old = rule(2, 'any', ['sinceImagePushed', 14]);
    const images = [image('A', 90, ['prod-1']), image('B', 90, ['dev-1']), image('C', 1, ['dev-2'])];
    expect(replayLifecycle(policy(keepProd, old), images, NOW).fates).toEqual([
      { digest: 'sha256:A', takenBy: null, shieldedBy: keepProd, sparedFrom: null, isTied: false },
      { digest: 'sha256:B', takenBy: old, shieldedBy: null, sparedFrom: null, isTied: false },
      { digest: 'sha256:C', takenBy: null, shieldedBy: old, sparedFrom: null, isTied: false },
    ]);
  });

  it('leaves alone what no rule is about', () => {
    expect(fateOf('A', policy(rule(1, ['prod*'], KEEP_ONE)), [image('A', 90, ['dev-1'])])).toMatchObject({
      takenBy: null,
      shieldedBy: null,
    });
  });

  it('asks the rules by priority, in whatever order they are given', () => {
    const [beta, prod] = [rule(2, ['beta*'], KEEP_ONE), rule(1, ['prod*'], KEEP_ONE)];
    const images = [
      image('A', 10, ['beta-1', 'prod-1']),
      image('B', 9, ['beta-2', 'prod-2']),
      image('C', 8, ['beta-3']),
    ];
    expect(taken(policy(beta, prod), images)).toEqual(['A']);
  });

  it('expires after more than so many days, not at them', () => {
    const rules = policy(rule(1, 'any', ['sinceImagePushed', 5]));
    expect(taken(rules, [image('A', 5), image('B', 5.00001)])).toEqual(['B']);
  });

  it('reads a prefix list as "and", over all tags of an image', () => {
    const both: LifecycleRule = {
      ...rule(1, 'any', ['sinceImagePushed', 1]),
      selection: { tagStatus: 'tagged', listOf: 'prefixes', list: ['v', 'release'] },
    };
    const images = [image('A', 9, ['v1']), image('B', 9, ['release-1']), image('C', 9, ['v1', 'release-1'])];
    expect(taken(policy(both), images)).toEqual(['C']);
  });

  it.each([
    ['prefixes', 'v*', 'v1', false],
    ['prefixes', '', 'anything', true],
    ['patterns', 'v*', 'v1', true],
    ['patterns', 'v?', 'v1', false],
    ['patterns', '*-rc*', '1.2-rc.3', true],
    ['patterns', 'v1', 'v10', false],
  ] as const)('%s %s on the tag %s: %s', (listOf, entry, tag, expected) => {
    const selection = { tagStatus: 'tagged', listOf, list: [entry] } as const;
    const rules = policy({ ...rule(1, 'any', ['sinceImagePushed', 1]), selection });
    expect(taken(rules, [image('A', 9, [tag])])).toEqual(expected ? ['A'] : []);
  });

  it('counts a restored image from its restoration', () => {
    const rules = policy(rule(1, 'any', ['sinceImagePushed', 5]));
    expect(taken(rules, [image('A', 90, [], { lastActivatedAt: daysAgo(2) })])).toEqual([]);
  });

  it.each<[string, Partial<LifecycleImage>, boolean]>([
    ['never pulled, pushed long ago', {}, true],
    ['pulled lately', { lastPulledAt: daysAgo(1) }, false],
    ['pulled long ago', { lastPulledAt: daysAgo(40) }, true],
    ['restored lately, not pulled since', { lastPulledAt: daysAgo(40), lastActivatedAt: daysAgo(2) }, false],
    ['pulled since it was restored', { lastPulledAt: daysAgo(31), lastActivatedAt: daysAgo(40) }, true],
  ])('counts the time without a pull: %s', (_name, times, expected) => {
    const archiving: LifecycleRule = { ...rule(1, 'any', ['sinceImagePulled', 30]), action: 'transition' };
    expect(taken(policy(archiving), [image('A', 90, [], times)])).toEqual(expected ? ['A'] : []);
  });

  it('keeps the storage classes apart', () => {
    const standard = rule(1, 'any', KEEP_ONE);
    const archive: LifecycleRule = { ...rule(2, 'any', ['sinceImageTransitioned', 90]), storageClass: 'archive' };
    const archived = { status: 'ARCHIVED', lastArchivedAt: daysAgo(100) } as const;
    const images = [
      image('A', 300, [], archived),
      image('B', 300, [], { ...archived, lastArchivedAt: daysAgo(80) }),
      image('C', 300, [], { status: 'ARCHIVED' }),
      image('D', 20),
      image('E', 10, [], { status: 'ACTIVE' }),
    ];
    expect(taken(policy(standard, archive), images)).toEqual(['A', 'D']);
  });

  it('spares what a present manifest list names, even if the list goes in the same run', () => {
    const untagged = rule(1, 'untagged', ['sinceImagePushed', 5]);
    const old = rule(2, 'any', ['sinceImagePushed', 5]);
    const images = [image('list', 9, ['v1']), image('child', 9, [], { referencedBy: ['sha256:list'] })];
    expect(taken(policy(untagged, old), images)).toEqual(['list']);
    expect(fateOf('child', policy(untagged, old), images)).toMatchObject({ takenBy: null, sparedFrom: untagged });
  });

  it('takes the children of a list that is gone', () => {
    const rules = policy(rule(1, 'untagged', ['sinceImagePushed', 5]));
    expect(taken(rules, [image('child', 9, [], { referencedBy: ['sha256:gone'] })])).toEqual(['child']);
  });

  it('lets spared children count against the others', () => {
    const rules = policy(rule(1, 'untagged', KEEP_ONE));
    const images = [
      image('list', 9, ['v1']),
      image('child', 1, [], { referencedBy: ['sha256:list'] }),
      image('old', 2),
    ];
    expect(taken(rules, images)).toEqual(['old']);
  });

  it('says where equal times leave open which image goes', () => {
    const rules = policy(rule(1, 'any', ['imageCountMoreThan', 2]));
    const images = [image('A', 3), image('B', 3), image('C', 1), image('D', 9)];
    const { fates } = replayLifecycle(rules, images, NOW);
    expect(fates.map(({ isTied }) => isTied)).toEqual([true, true, false, false]);
    expect(taken(rules, images)).toEqual(['B', 'D']);
  });

  it('sees no tie where equal times share one fate', () => {
    const { fates } = replayLifecycle(
      policy(rule(1, 'any', KEEP_ONE)),
      [image('A', 3), image('B', 3), image('C', 1)],
      NOW,
    );
    expect(fates.some(({ isTied }) => isTied)).toBe(false);
  });
});

describe('ruleThatWouldTake', () => {
  const old = rule(2, 'any', ['sinceImagePushed', 14]);

  it('asks about an image that is already gone', () => {
    expect(ruleThatWouldTake(policy(old), [image('B', 1)], image('A', 20, ['v1']), NOW)).toBe(old);
  });

  it('asks about an image that is still there, as it is given', () => {
    expect(ruleThatWouldTake(policy(old), [image('A', 1)], image('A', 20), NOW)).toBe(old);
  });

  it('does not count the image twice', () => {
    const keepOne = policy(rule(1, 'any', KEEP_ONE));
    expect(ruleThatWouldTake(keepOne, [image('A', 1)], image('A', 2), NOW)).toBeNull();
  });

  it('names no rule for what is kept', () => {
    expect(ruleThatWouldTake(policy(old), [], image('A', 2), NOW)).toBeNull();
  });
});
