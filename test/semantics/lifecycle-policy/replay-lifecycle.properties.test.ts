import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replayLifecycle } from '../../../src/semantics/lifecycle-policy/index.ts';
import { NOW, image, policy, rule, taken } from './lifecycle-images.ts';

const TAGS = ['v1', 'v2', 'release-1', 'dev-1', 'prod-1'];
const anyImage = fc.record({
  name: fc.integer({ min: 0, max: 99 }),
  age: fc.integer({ min: 0, max: 30 }),
  tags: fc.subarray(TAGS),
});
const anyImages = fc
  .uniqueArray(anyImage, { maxLength: 12, selector: ({ name }) => name })
  .map((all) => all.map(({ name, age, tags }) => image(String(name), age, tags)));
const anyRule = fc.record({
  tags: fc.oneof(
    fc.constantFrom('any' as const, 'untagged' as const),
    fc.subarray(['v*', 'release*', '*-1'], { minLength: 1 }),
  ),
  type: fc.constantFrom('imageCountMoreThan' as const, 'sinceImagePushed' as const),
  number: fc.integer({ min: 1, max: 20 }),
});
const anyPolicy = fc
  .array(anyRule, { minLength: 1, maxLength: 5 })
  .map((rules) => policy(...rules.map(({ tags, type, number }, index) => rule(index + 1, tags, [type, number]))));

describe('replayLifecycle, whatever the policy', () => {
  it('gives each image exactly one fate, and at most one rule', () => {
    fc.assert(
      fc.property(anyPolicy, anyImages, (rules, images) => {
        const { fates } = replayLifecycle(rules, images, NOW);
        expect(fates.map(({ digest }) => digest)).toEqual(images.map(({ digest }) => digest));
        expect(fates.every(({ takenBy, shieldedBy }) => takenBy === null || shieldedBy === null)).toBe(true);
      }),
    );
  });

  it('shields the whole pool of a rule from every later one', () => {
    fc.assert(
      fc.property(anyPolicy, anyImages, (rules, images) => {
        for (const [index, first] of rules.rules.entries()) {
          const alone = replayLifecycle(policy(first), images, NOW).fates;
          const together = replayLifecycle(rules, images, NOW).fates;
          const later = rules.rules.slice(index + 1);
          for (const [place, { takenBy, shieldedBy }] of alone.entries()) {
            const fate = together[place];
            if (takenBy === null && shieldedBy === null) continue;
            expect(later).not.toContain(fate?.takenBy);
            expect(later).not.toContain(fate?.shieldedBy);
          }
        }
      }),
    );
  });

  it('never expires more when a rule keeps more', () => {
    fc.assert(
      fc.property(anyPolicy, anyImages, fc.nat(), fc.integer({ min: 1, max: 9 }), (rules, images, at, more) => {
        const raised = policy(
          ...rules.rules.map((one, index) =>
            index === at % rules.rules.length
              ? { ...one, count: { ...one.count, number: one.count.number + more } }
              : one,
          ),
        );
        const before = new Set(taken(rules, images));
        expect(taken(raised, images).filter((name) => !before.has(name))).toEqual([]);
      }),
    );
  });

  it('does not mind the order of the images, ties aside', () => {
    fc.assert(
      fc.property(anyPolicy, anyImages, (rules, images) => {
        expect(taken(rules, images.toReversed()).toSorted()).toEqual(taken(rules, images).toSorted());
      }),
    );
  });

  it('takes nothing that a present manifest list names, and changes no other fate for it', () => {
    fc.assert(
      fc.property(anyPolicy, anyImages, fc.nat(), (rules, images, at) => {
        const list = image('list', 1, ['v1']);
        const child = images[at % Math.max(images.length, 1)];
        const plain = [...images, list];
        const named = plain.map((each) => (each === child ? { ...each, referencedBy: [list.digest] } : each));
        const name = child?.digest.slice('sha256:'.length);
        expect(taken(rules, named)).toEqual(taken(rules, plain).filter((each) => each !== name));
      }),
    );
  });

  it('takes the same whether a rule expires or moves to the archive', () => {
    fc.assert(
      fc.property(anyPolicy, anyImages, (rules, images) => {
        const moving = policy(...rules.rules.map((one) => ({ ...one, action: 'transition' as const })));
        expect(taken(moving, images)).toEqual(taken(rules, images));
      }),
    );
  });
});
