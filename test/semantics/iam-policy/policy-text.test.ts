import { describe, expect, it } from 'vitest';
import { ANY_ONE, ANY_RUN, type GlobToken } from '../../../src/semantics/iam-policy/glob.ts';
import { readPolicyText, type PolicyTextRules } from '../../../src/semantics/iam-policy/policy-text.ts';
import type { KeyState } from '../../../src/semantics/iam-policy/request-context.ts';

const ALL: PolicyTextRules = { variables: true, wildcards: true };

const KEYS: Readonly<Record<string, KeyState>> = {
  'aws:username': { state: 'single', values: ['ann'] },
  'aws:PrincipalTag/team': { state: 'single', values: ['a*?'] },
  'aws:TagKeys': { state: 'multi', values: ['x', 'y'] },
  'aws:SourceVpce': { state: 'unknown' },
};

const read = (text: string, rules = ALL) => readPolicyText(text, rules, (key) => KEYS[key] ?? { state: 'absent' });

/** A text stands for its characters, one by one. */
const pattern = (...parts: readonly GlobToken[]) => ({
  kind: 'pattern',
  tokens: parts.flatMap((part): readonly GlobToken[] => (typeof part === 'string' ? part.split('') : [part])),
});

describe('a text of a policy', () => {
  it.each<[string, PolicyTextRules, ReturnType<typeof pattern>]>([
    ['shop/*', ALL, pattern('shop/', ANY_RUN)],
    ['v?', ALL, pattern('v', ANY_ONE)],
    ['shop/*', { ...ALL, wildcards: false }, pattern('shop/*')],
    ['home/${aws:username}/*', ALL, pattern('home/ann/', ANY_RUN)],
    ['home/${aws:username}', { ...ALL, variables: false }, pattern('home/${aws:username}')],
    ['${ aws:username }', ALL, pattern('ann')],
    // A star in a value is a star.
    ['${aws:PrincipalTag/team}', ALL, pattern('a*?')],
    ['${*}${?}${$}', ALL, pattern('*?$')],
    ['${aws:username', ALL, pattern('${aws:username')],
    ['$x}', ALL, pattern('$x}')],
    ["${aws:absent, 'none'}", ALL, pattern('none')],
    ["${aws:absent, ''}", ALL, pattern('')],
    ["${aws:absent, '*'}", ALL, pattern('*')],
    ["${aws:username, 'none'}", ALL, pattern('ann')],
  ])('%s, %j', (text, rules, expected) => {
    expect(read(text, rules)).toEqual(expected);
  });

  it.each([
    'home/${aws:absent}',
    '${aws:absent, none}',
    "${aws:absent, '}",
    "${aws:absent, 'none}",
    "${aws:absent, none'}",
    '${aws:TagKeys}',
    "${aws:TagKeys, 'none'}",
    '${aws:SourceVpce}${aws:absent}',
  ])('%s is like nothing', (text) => {
    expect(read(text)).toEqual({ kind: 'nothing' });
  });

  it.each<[string, readonly string[], readonly GlobToken[]]>([
    ['x/${aws:SourceVpce}', ['aws:SourceVpce'], ['x', '/', ANY_RUN]],
    ["${aws:SourceVpce, 'none'}", ['aws:SourceVpce'], [ANY_RUN]],
    ['${aws:username}${aws:SourceVpce}', ['aws:SourceVpce'], ['a', 'n', 'n', ANY_RUN]],
  ])('%s hangs on %j', (text, keys, atMost) => {
    expect(read(text)).toEqual({ kind: 'unknown', keys, atMost });
  });
});
