import { describe, expect, it } from 'vitest';
import { conditionOf, parseRecordedRule, selectionOf } from '../../../src/semantics/lifecycle-policy/index.ts';

const rule = (selection: object, action: unknown = 'expire'): string =>
  JSON.stringify({
    rulePriority: 1,
    lifecycleEventSelection: { tagStatus: 'Any', countType: 'Image count more than', countNumber: 2, ...selection },
    action,
  });

describe('parseRecordedRule', () => {
  it.each([
    [{}, 'images whatever their tags', 'there are more than 2 such images'],
    [
      {
        tagStatus: 'Untagged',
        tagPrefixList: [],
        tagPatternList: [],
        countType: 'Time since image pushed',
        countUnit: 'Days',
        countNumber: 365,
      },
      'untagged images',
      'they were pushed more than 365 days ago',
    ],
    [
      { tagStatus: 'Tagged', tagPrefixList: ['v', 'r'] },
      'images with tags that match `v*` and `r*`',
      'there are more than 2 such images',
    ],
    [
      { tagStatus: 'Tagged', tagPrefixList: [], tagPatternList: ['v*.0'] },
      'images with tags that match `v*.0`',
      'there are more than 2 such images',
    ],
    [
      { countType: 'Time since image pulled' },
      'images whatever their tags',
      'they were last pulled more than 2 days ago',
    ],
  ])('puts %j into words', (selection, selects, condition) => {
    const parsed = parseRecordedRule(rule(selection));
    expect(parsed && [selectionOf(parsed), conditionOf(parsed)]).toEqual([selects, condition]);
  });

  it('keeps what a rule about the archive is about, whose wording is not documented', () => {
    const leaving = { countType: 'Time since image transitioned', countUnit: 'Days', countNumber: 90 };
    const parsed = parseRecordedRule(rule(leaving));
    expect(parsed).toEqual({
      priority: 1,
      selection: { tagStatus: 'any' },
      storageClass: 'archive',
      count: { type: 'sinceImageTransitioned', number: 90 },
      action: 'expire',
    });
    expect(parsed && conditionOf(parsed)).toBe('they were archived more than 90 days ago');
  });

  it.each(['Image count more than', 'Time since image pushed', 'Time since image pulled'])(
    'takes a rule that counts by "%s" for one about images outside of the archive',
    (countType) => {
      expect(parseRecordedRule(rule({ countType }))?.storageClass).toBe('standard');
    },
  );

  it('keeps the description, and makes none up', () => {
    const text = rule({});
    expect(parseRecordedRule(text)).not.toHaveProperty('description');
    const described = JSON.stringify({ ...JSON.parse(text), description: 'Keep two' });
    expect(parseRecordedRule(described)?.description).toBe('Keep two');
  });

  it.each([
    ['expire', 'expire'],
    [{ type: 'expire' }, 'expire'],
    ['transition', 'transition'],
    [{ type: 'transition', targetStorageClass: 'archive' }, 'transition'],
  ])('reads the action %j', (action, kind) => {
    expect(parseRecordedRule(rule({}, action))?.action).toBe(kind);
  });

  it.each([
    ['no rule', '{}'],
    ['no JSON', 'nonsense'],
    ['a count that we do not know', rule({ countType: 'Phase of the moon' })],
    ['a tag status that we do not know', rule({ tagStatus: 'Blue' })],
    ['a tag status that we do not know, with tags', rule({ tagStatus: 'Blue', tagPrefixList: ['v'] })],
    ['a rule about tags that names none', rule({ tagStatus: 'Tagged' })],
    ['no action', rule({}, null)],
    ['no word of an action', rule({}).replace(',"action":"expire"', '')],
    ['an action that we do not know', rule({}, { type: 'bury' })],
  ])('does not guess: %s', (_what, text) => {
    expect(parseRecordedRule(text)).toBeNull();
  });
});
