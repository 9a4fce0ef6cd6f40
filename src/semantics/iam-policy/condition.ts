import { CONDITION_OPERATORS, type ConditionOperator, type ExpectedValue } from './condition-operators.ts';
import type { PolicyCondition, PolicyDocument } from './document.ts';
import { readPolicyText } from './policy-text.ts';
import type { KeyState, RequestContext } from './request-context.ts';
import { UNKNOWN, YES, allOf, anyOf, fromBoolean, negate, unknownFor, type Answer } from './truth.ts';

/**
 * Whether one condition holds for a request. Several values are alternatives; for a negated operator none may match.
 * Source: IAM User Guide, "Condition operators" and "Conditions with multiple context keys or values".
 */
export function evaluateCondition(
  condition: PolicyCondition,
  version: PolicyDocument['version'],
  context: RequestContext,
): Answer {
  const { set, name, ifExists } = readOperator(condition.operator);
  const key = context(condition.key);
  if (name === 'null') return evaluateNull(condition, key);
  const operator = CONDITION_OPERATORS.get(name);
  if (operator === undefined) return UNKNOWN;

  const question: Question = { operator, expected: readExpected(condition.values, operator, version, context) };
  const whenAbsent = answerWhenAbsent(set, operator.negated, ifExists);
  if (key.state === 'absent') return fromBoolean(whenAbsent);
  if (key.state === 'unknown') return answerForUnknown(question, whenAbsent, condition.key);
  return evaluatePresent(question, set, key);
}

type SetPrefix = 'any' | 'all' | 'none';

interface Question {
  readonly operator: ConditionOperator;
  readonly expected: Expected;
}

interface Expected {
  readonly values: readonly ExpectedValue[];
  /** Whether something may be among the expected values that we cannot name. */
  readonly isOpen: boolean;
  /** Keys of variables that we do not know. */
  readonly unknownKeys: readonly string[];
}

function readOperator(text: string): { set: SetPrefix; name: string; ifExists: boolean } {
  const lower = text.toLowerCase();
  const colon = lower.indexOf(':');
  const prefix = colon < 0 ? '' : lower.slice(0, colon);
  const rest = lower.slice(colon + 1);
  const ifExists = rest.endsWith('ifexists');
  const name = ifExists ? rest.slice(0, -'ifexists'.length) : rest;
  if (prefix === 'foranyvalue') return { set: 'any', name, ifExists };
  if (prefix === 'forallvalues') return { set: 'all', name, ifExists };
  return { set: 'none', name: prefix === '' ? name : lower, ifExists };
}

/** `"Null": {"key": "true"}` holds when the key is absent. */
function evaluateNull(condition: PolicyCondition, key: KeyState): Answer {
  const wanted = new Set(condition.values.map((value) => value.toLowerCase()));
  const [forAbsent, forPresent] = [wanted.has('true'), wanted.has('false')];
  if (forAbsent === forPresent) return fromBoolean(forAbsent);
  if (key.state === 'unknown') return unknownFor([condition.key]);
  return fromBoolean(key.state === 'absent' ? forAbsent : forPresent);
}

/**
 * Without the key, `ForAllValues` holds and `ForAnyValue` does not, whatever stands behind them: also
 * `ForAnyValue:…IfExists` was seen to fail (AWS re:Post, "ForAnyValue:StringEqualsIfExists behaving unexpectedly").
 */
function answerWhenAbsent(set: SetPrefix, negated: boolean, ifExists: boolean): boolean {
  if (set !== 'none') return set === 'all';
  return negated || ifExists;
}

/**
 * A variable without a value equals nothing, so it is no expected value. Under a negated operator AWS's page says both
 * that it therefore holds and that the whole statement may be invalid ("Policy variables"): that stays open.
 */
function readExpected(
  values: readonly string[],
  operator: ConditionOperator,
  version: PolicyDocument['version'],
  context: RequestContext,
): Expected {
  const rules = { variables: operator.variables && version === '2012-10-17', wildcards: operator.wildcards };
  const texts = values.map((value) => readPolicyText(value, rules, context));
  return {
    values: texts.flatMap((text) => (text.kind === 'pattern' ? [text.tokens] : [])),
    isOpen: texts.some((text) => text.kind === 'unknown' || (text.kind === 'nothing' && operator.negated)),
    unknownKeys: texts.flatMap((text) => (text.kind === 'unknown' ? text.keys : [])),
  };
}

/** An unknown key matters only if some value, or its absence, would give another answer than the rest. */
function answerForUnknown(question: Question, whenAbsent: boolean, key: string): Answer {
  return answerForAnyValue(question) === whenAbsent
    ? fromBoolean(whenAbsent)
    : unknownFor([key, ...question.expected.unknownKeys]);
}

/** What the condition says of every value alike; `null` when it depends on the value. */
function answerForAnyValue({ operator, expected }: Question): boolean | null {
  if (expected.values.length === 0 && !expected.isOpen) return operator.negated;
  return operator.matchesAny(expected.values) ? !operator.negated : null;
}

function evaluatePresent(question: Question, set: SetPrefix, key: KeyState & { state: 'single' | 'multi' }): Answer {
  const answers = key.values.map((value) => evaluateValue(question, value));
  if (set === 'any') return anyOf(answers);
  // Values that are all empty count as none, and of none everything is true.
  if (set === 'all') return key.values.every((value) => value === '') ? YES : allOf(answers);
  // AWS requires a set prefix for a multivalued key and does not say what happens without one.
  if (key.state === 'multi' && answerForAnyValue(question) === null) return UNKNOWN;
  return allOf(answers);
}

function evaluateValue(question: Question, value: string): Answer {
  const { operator, expected } = question;
  const whateverTheValue = answerForAnyValue(question);
  if (whateverTheValue !== null) return fromBoolean(whateverTheValue);
  const matches = expected.values.map((wanted) => {
    const holds = operator.matches(wanted, value);
    return holds === null ? UNKNOWN : fromBoolean(holds);
  });
  const open = expected.isOpen ? [unknownFor(expected.unknownKeys)] : [];
  const matched = anyOf([...matches, ...open]);
  return operator.negated ? negate(matched) : matched;
}
