import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecastLifecycle } from '../../../src/semantics/lifecycle-policy/index.ts';
import type { LifecycleImage, LifecyclePolicy, LifecycleRule } from '../../../src/semantics/lifecycle-policy/index.ts';
import { NOW, daysAgo, image, policy, rule, taken } from './lifecycle-images.ts';

const WEEK = 7;

/** Who goes, by which rule, and when: in days from now, as text. */
function forecast(rules: LifecyclePolicy, images: readonly LifecycleImage[]): readonly (readonly [string, string])[] {
  return forecastLifecycle(rules, images, NOW, WEEK).map(({ digest, rule: { priority }, at }) => [
    digest.slice('sha256:'.length),
    `rule ${priority}, ${at === null ? 'next push' : `day ${(Date.parse(at) - Date.parse(NOW)) / 86_400_000}`}`,
  ]);
}

const old = rule(1, ['v*'], ['sinceImagePushed', 30]);
const archiving: LifecycleRule = { ...rule(1, 'any', ['sinceImagePulled', 30]), action: 'transition' };

describe('forecastLifecycle', () => {
  it('says when an image will be old enough, the soonest first, and leaves out what has longer', () => {
    const images = [image('A', 27, ['v2']), image('B', 40, ['v1']), image('C', 20, ['v3']), image('D', 90, ['dev'])];
    expect(forecast(policy(old), images)).toEqual([
      ['B', 'rule 1, day 0'],
      ['A', 'rule 1, day 3'],
    ]);
  });

  it('counts an image that will not be pulled again from its last pull', () => {
    const images = [image('A', 300, [], { lastPulledAt: daysAgo(26) }), image('B', 300, [], { lastPulledAt: NOW })];
    expect(forecast(policy(archiving), images)).toEqual([['A', 'rule 1, day 4']]);
  });

  it('names the first rule that acts, not what would happen in the archive', () => {
    const leaving: LifecycleRule = { ...rule(2, 'any', ['imageCountMoreThan', 1]), storageClass: 'archive' };
    const images = [image('A', 50), image('B', 60)];
    expect(forecast(policy(archiving, leaving), images).map(([, what]) => what)).toEqual([
      'rule 1, day 0',
      'rule 1, day 0',
    ]);
  });

  it('counts what lies in the archive from the day it went there, the soonest first', () => {
    const leaving: LifecycleRule = { ...rule(1, 'any', ['sinceImageTransitioned', 90]), storageClass: 'archive' };
    const lying = (name: string, days: number) =>
      image(name, 300, [], { status: 'ARCHIVED', lastArchivedAt: daysAgo(days) });
    const images = [lying('A', 85), lying('B', 88), lying('C', 80), image('D', 300)];
    expect(forecast(policy(leaving), images)).toEqual([
      ['B', 'rule 1, day 2'],
      ['A', 'rule 1, day 5'],
    ]);
  });

  it('no longer counts what it has moved to the archive', () => {
    const keepOne = rule(2, ['v*'], ['imageCountMoreThan', 1]);
    const images = [image('A', 28, ['dev', 'v1']), image('B', 20, ['v2']), image('C', 10, ['v3'])];
    const rules = policy(
      { ...archiving, selection: { tagStatus: 'tagged', listOf: 'patterns', list: ['dev'] } },
      keepOne,
    );
    expect(forecast(rules, images)).toEqual([
      ['B', 'rule 2, day 0'],
      ['A', 'rule 1, day 2'],
      ['C', 'rule 2, next push'],
    ]);
  });

  it('names what the next push takes last, whatever its rule', () => {
    const rules = policy(rule(1, ['v*'], ['imageCountMoreThan', 1]), rule(2, ['dev*'], ['sinceImagePushed', 30]));
    expect(forecast(rules, [image('A', 3, ['v3']), image('B', 27, ['dev-1'])])).toEqual([
      ['B', 'rule 2, day 3'],
      ['A', 'rule 1, next push'],
    ]);
  });

  it('lets a count act now, and not sooner because time goes on', () => {
    const images = [image('A', 3, ['v3']), image('B', 2, ['v4']), image('C', 1, ['v5'])];
    expect(forecast(policy(rule(1, ['v*'], ['imageCountMoreThan', 2])), images)).toEqual([
      ['A', 'rule 1, day 0'],
      ['B', 'rule 1, next push'],
    ]);
  });

  it.each([
    ['one that is not full yet', 4],
    ['one with room', 9],
  ])('expects nothing of the next push for a count with %s', (_name, count) => {
    const images = [image('A', 3, ['v3']), image('B', 2, ['v4']), image('C', 1, ['v5'])];
    expect(forecast(policy(rule(1, ['v*'], ['imageCountMoreThan', count])), images)).toEqual([]);
  });

  it('does not let a push reach what an earlier rule shields', () => {
    const images = [image('A', 3, ['prod-1', 'v3']), image('B', 2, ['v4'])];
    const rules = policy(rule(1, ['prod*'], ['imageCountMoreThan', 99]), rule(2, ['v*'], ['imageCountMoreThan', 2]));
    expect(forecast(rules, images)).toEqual([]);
  });

  it('lets children go once their list is gone', () => {
    const rules = policy(old, rule(2, 'untagged', ['sinceImagePushed', 1]));
    const images = [image('list', 29.5, ['v1']), image('child', 29.5, [], { referencedBy: ['sha256:list'] })];
    expect(forecastLifecycle(rules, images, NOW, WEEK).map(({ digest }) => digest)).toContain('sha256:child');
    const kept = [image('list', 1, ['v1']), image('child', 29.5, [], { referencedBy: ['sha256:list'] })];
    expect(forecast(rules, kept)).toEqual([]);
  });

  it('names both where equal times leave open which image goes', () => {
    const images = [image('A', 3, ['v3']), image('B', 3, ['v4'])];
    expect(forecastLifecycle(policy(rule(1, ['v*'], ['imageCountMoreThan', 1])), images, NOW, WEEK)).toMatchObject([
      { isTied: true, at: NOW },
      { isTied: true, at: NOW },
    ]);
  });

  it('begins with exactly what a run takes today', () => {
    const images = fc
      .uniqueArray(fc.record({ age: fc.nat(60), tags: fc.subarray(['v1', 'dev']) }), {
        selector: ({ age }) => age,
        maxLength: 9,
      })
      .map((all) => all.map(({ age, tags }) => image(String(age), age, tags)));
    fc.assert(
      fc.property(images, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 5 }), (all, days, count) => {
        const rules = policy(
          rule(1, ['v*'], ['sinceImagePushed', days]),
          rule(2, 'any', ['imageCountMoreThan', count]),
        );
        const today = forecastLifecycle(rules, all, NOW, 0).filter(({ at }) => at === NOW);
        expect(today.map(({ digest }) => digest.slice('sha256:'.length)).toSorted()).toEqual(
          taken(rules, all).toSorted(),
        );
      }),
    );
  });
});
