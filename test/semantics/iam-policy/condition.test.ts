import { describe, expect, it } from 'vitest';
import { evaluateCondition } from '../../../src/semantics/iam-policy/condition.ts';
import type { KeyState, RequestContext } from '../../../src/semantics/iam-policy/request-context.ts';
import combinations from './cases/combinations.json' with { type: 'json' };
import conditions from './cases/conditions.json' with { type: 'json' };

type Known = string | readonly string[] | null;

/** `null` stands for a key that is known to be absent; what is not named is unknown. */
function contextOf(known: Readonly<Record<string, Known>>): RequestContext {
  const states = new Map(Object.entries(known).map(([key, value]) => [key.toLowerCase(), stateOf(value)]));
  return (key) => states.get(key.toLowerCase()) ?? { state: 'unknown' };
}

function stateOf(value: Known): KeyState {
  if (value === null || value.length === 0)
    return value === '' ? { state: 'single', values: [''] } : { state: 'absent' };
  return typeof value === 'string' ? { state: 'single', values: [value] } : { state: 'multi', values: value };
}

interface ConditionCase {
  readonly name: string;
  readonly operator: string;
  readonly values: readonly string[];
  readonly key: string | readonly string[] | { readonly state: string };
  readonly expect: string;
  readonly version?: string;
  readonly context?: object;
}

const CASES: readonly ConditionCase[] = conditions;

/** Every operator with every set prefix and suffix. `both`: a key that holds the value that matches, and the other one. */
interface Combination {
  readonly operator: string;
  readonly values: readonly string[];
  readonly match: string;
  readonly other: string;
  readonly expect: { readonly match: string; readonly other: string; readonly absent: string; readonly both?: string };
}

const COMBINATIONS: readonly Combination[] = combinations;

function keyOf(given: ConditionCase['key']): Readonly<Record<string, Known>> {
  if (typeof given === 'string') return { 'test:key': given };
  if ('state' in given) return given.state === 'absent' ? { 'test:key': null } : {};
  return { 'test:key': given };
}

describe('evaluateCondition', () => {
  it.each(CASES)('$operator $values with $key: $name', (example) => {
    const { operator, values, key, version } = example;
    const context = contextOf({ ...example.context, ...keyOf(key) });
    const policyVersion = version === '2008-10-17' ? '2008-10-17' : '2012-10-17';
    const answer = evaluateCondition({ operator, key: 'test:key', values }, policyVersion, context);
    expect(answer.truth).toBe(example.expect);
  });

  it.each(COMBINATIONS)('$operator, whatever the key holds', ({ operator, values, match, other, expect: expected }) => {
    const isSet = operator.includes(':');
    const answer = (held: Known): string =>
      evaluateCondition({ operator, key: 'test:key', values }, '2012-10-17', contextOf({ 'test:key': held })).truth;
    expect({
      match: answer(isSet ? [match] : match),
      other: answer(isSet ? [other] : other),
      absent: answer(null),
      ...(isSet && { both: answer([match, other]) }),
    }).toEqual(expected);
  });

  it('names the keys that would settle it, those of variables included', () => {
    const condition = { operator: 'StringEquals', key: 'aws:SourceVpce', values: ['${aws:PrincipalTag/vpce}'] };
    expect(evaluateCondition(condition, '2012-10-17', contextOf({})).missingKeys).toEqual([
      'aws:SourceVpce',
      'aws:PrincipalTag/vpce',
    ]);
  });

  it('names no key when it is the policy that is not understood', () => {
    const condition = { operator: 'StringResembles', key: 'aws:SourceVpce', values: ['x'] };
    expect(evaluateCondition(condition, '2012-10-17', contextOf({}))).toEqual({ truth: 'unknown', missingKeys: [] });
  });

  it('covers every operator that AWS documents', () => {
    const tried = new Set([...CASES, ...COMBINATIONS].map(({ operator }) => operator));
    const strings =
      'StringEquals StringNotEquals StringEqualsIgnoreCase StringNotEqualsIgnoreCase StringLike StringNotLike';
    const orders = ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'];
    const numbers = ['Numeric', 'Date'].flatMap((kind) => orders.map((order) => kind + order));
    const others = 'Bool BinaryEquals IpAddress NotIpAddress ArnEquals ArnNotEquals ArnLike ArnNotLike Null';
    const operators = [...strings.split(' '), ...numbers, ...others.split(' ')];
    expect(operators.filter((operator) => !tried.has(operator))).toEqual([]);
  });
});
