import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLifecyclePolicy } from '../../../src/semantics/lifecycle-policy/index.ts';

const SELECTION = { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 10 };
const RULE = { rulePriority: 1, selection: SELECTION, action: { type: 'expire' } };

function parse(...rules: readonly object[]) {
  return parseLifecyclePolicy(JSON.stringify({ rules }));
}

describe('parseLifecyclePolicy', () => {
  it('reads a rule, with the standard storage class where none is written', () => {
    expect(parse({ ...RULE, description: 'Keep ten.' })).toEqual({
      policy: {
        rules: [
          {
            priority: 1,
            description: 'Keep ten.',
            selection: { tagStatus: 'any' },
            storageClass: 'standard',
            count: { type: 'imageCountMoreThan', number: 10 },
            action: 'expire',
          },
        ],
      },
    });
  });

  it.each([
    ['tagPrefixList', 'prefixes'],
    ['tagPatternList', 'patterns'],
  ])('reads a %s as %s', (name, listOf) => {
    expect(parse({ ...RULE, selection: { ...SELECTION, tagStatus: 'tagged', [name]: ['v'] } })).toMatchObject({
      policy: { rules: [{ selection: { tagStatus: 'tagged', listOf, list: ['v'] } }] },
    });
  });

  it('reads a transition to the archive', () => {
    const selection = { ...SELECTION, countType: 'sinceImagePulled', countUnit: 'days' };
    const action = { type: 'transition', targetStorageClass: 'archive' };
    expect(parse({ ...RULE, selection, action })).toMatchObject({ policy: { rules: [{ action: 'transition' }] } });
  });

  it('sorts the rules by priority', () => {
    expect(parse({ ...RULE, rulePriority: 9 }, { ...RULE, rulePriority: 2 })).toMatchObject({
      policy: { rules: [{ priority: 2 }, { priority: 9 }] },
    });
  });

  it.each([
    ['no JSON', '{', 'The lifecycle policy is not JSON.'],
    ['no rules', '{}', 'The lifecycle policy is malformed at rules:'],
    ['an empty list of rules', '{"rules":[]}', 'The lifecycle policy is malformed at rules:'],
    ['null', 'null', 'The lifecycle policy is malformed:'],
  ])('refuses %s', (_name, text, problem) => {
    expect(parseLifecyclePolicy(text)).toEqual({ problem: expect.stringContaining(problem) });
  });

  it.each([
    ['no such status', { ...SELECTION, tagStatus: 'some' }],
    ['tagged without a list', { ...SELECTION, tagStatus: 'tagged' }],
    ['tagged with both lists', { ...SELECTION, tagStatus: 'tagged', tagPrefixList: ['a'], tagPatternList: ['a'] }],
    ['untagged with a list', { ...SELECTION, tagStatus: 'untagged', tagPrefixList: ['a'] }],
    ['an empty list', { ...SELECTION, tagStatus: 'tagged', tagPrefixList: [] }],
    ['no such count', { ...SELECTION, countType: 'sinceForever' }],
    ['an age without a unit', { ...SELECTION, countType: 'sinceImagePushed' }],
    ['a count of none', { ...SELECTION, countNumber: 0 }],
    ['half a count', { ...SELECTION, countNumber: 1.5 }],
  ])('refuses %s, and says where', (_name, selection) => {
    expect(parse(RULE, { ...RULE, selection })).toEqual({ problem: expect.stringContaining('rules.1.selection') });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(parseLifecyclePolicy(text)).toHaveProperty('problem');
      }),
    );
  });
});
