import { arnsMatch } from './arn.ts';
import { matchesEverything, matchesGlob, plainText, type GlobToken } from './glob.ts';
import { isInIpRange } from './ip-range.ts';

/** How one operator compares a value of the policy with a value of the request. */
export interface ConditionOperator {
  /** `true` for the `Not` operators: they hold when no value of the policy matches. */
  readonly negated: boolean;
  /** AWS fills in variables for the string, ARN and Bool operators only. */
  readonly variables: boolean;
  readonly wildcards: boolean;
  /** Whether the values match; `null` when either is malformed, which AWS does not document. */
  readonly matches: (expected: ExpectedValue, actual: string) => boolean | null;
  /** Whether the policy's values together match whatever value the request may have. */
  readonly matchesAny: (expected: readonly ExpectedValue[]) => boolean;
}

/** A value of the policy, its variables filled in. */
export type ExpectedValue = readonly GlobToken[];

type Comparison = Pick<ConditionOperator, 'variables' | 'wildcards' | 'matches' | 'matchesAny'>;

const never = (): boolean => false;

const stringEquals: Comparison = {
  variables: true,
  wildcards: false,
  matches: (expected, actual) => plainText(expected) === actual,
  matchesAny: never,
};

const stringEqualsIgnoreCase: Comparison = {
  ...stringEquals,
  matches: (expected, actual) => plainText(expected).toLowerCase() === actual.toLowerCase(),
};

const stringLike: Comparison = {
  variables: true,
  wildcards: true,
  matches: (expected, actual) => matchesGlob(expected, actual),
  matchesAny: (expected) => expected.some((value) => matchesEverything(value)),
};

/** `ArnEquals` and `ArnLike` behave identically (IAM User Guide, "ARN condition operators"). */
const arnLike: Comparison = {
  variables: true,
  wildcards: true,
  matches: (expected, actual) => arnsMatch(expected, actual),
  matchesAny: never,
};

const bool: Comparison = {
  variables: true,
  wildcards: false,
  matches: (expected, actual) => {
    const [wanted, found] = [plainText(expected).toLowerCase(), actual.toLowerCase()];
    return isBoolean(wanted) && isBoolean(found) ? wanted === found : null;
  },
  matchesAny: (expected) =>
    ['true', 'false'].every((word) => expected.some((value) => plainText(value).toLowerCase() === word)),
};

function isBoolean(text: string): boolean {
  return text === 'true' || text === 'false';
}

const binary: Comparison = {
  variables: false,
  wildcards: false,
  matches: (expected, actual) => plainText(expected) === actual,
  matchesAny: never,
};

const ipAddress: Comparison = {
  variables: false,
  wildcards: false,
  matches: (expected, actual) => isInIpRange(plainText(expected), actual),
  matchesAny: never,
};

type Order = (actual: number, expected: number) => boolean;

function ordered(parse: (text: string) => number | null, holds: Order): Comparison {
  return {
    variables: false,
    wildcards: false,
    matches: (expected, actual) => {
      const [wanted, found] = [parse(plainText(expected)), parse(actual)];
      return wanted === null || found === null ? null : holds(found, wanted);
    },
    matchesAny: never,
  };
}

function parseNumber(text: string): number | null {
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : null;
}

/** ISO 8601 as W3C profiles it, or seconds since 1970: to milliseconds since 1970. */
function parseDate(text: string): number | null {
  if (/^-?\d{5,}$/.test(text)) return Number(text) * 1000;
  if (!/^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?$/.test(text)) return null;
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : time;
}

const ORDERS: Readonly<Record<string, Order>> = {
  lessthan: (actual, expected) => actual < expected,
  lessthanequals: (actual, expected) => actual <= expected,
  greaterthan: (actual, expected) => actual > expected,
  greaterthanequals: (actual, expected) => actual >= expected,
};

const equal: Order = (actual, expected) => actual === expected;

function orderedOperators(name: string, parse: (text: string) => number | null): [string, ConditionOperator][] {
  return [
    ...plainAndNegated(`${name}equals`, `${name}notequals`, ordered(parse, equal)),
    ...Object.entries(ORDERS).map(([order, holds]): [string, ConditionOperator] => [
      `${name}${order}`,
      { ...ordered(parse, holds), negated: false },
    ]),
  ];
}

function plainAndNegated(plain: string, negated: string, comparison: Comparison): [string, ConditionOperator][] {
  return [
    [plain, { ...comparison, negated: false }],
    [negated, { ...comparison, negated: true }],
  ];
}

/** By name in lower case, without set prefix and `IfExists`. `Null` is not here: it asks about the key, not its value. */
export const CONDITION_OPERATORS: ReadonlyMap<string, ConditionOperator> = new Map([
  ...plainAndNegated('stringequals', 'stringnotequals', stringEquals),
  ...plainAndNegated('stringequalsignorecase', 'stringnotequalsignorecase', stringEqualsIgnoreCase),
  ...plainAndNegated('stringlike', 'stringnotlike', stringLike),
  ...plainAndNegated('arnequals', 'arnnotequals', arnLike),
  ...plainAndNegated('arnlike', 'arnnotlike', arnLike),
  ...plainAndNegated('ipaddress', 'notipaddress', ipAddress),
  ...orderedOperators('numeric', parseNumber),
  ...orderedOperators('date', parseDate),
  ['bool', { ...bool, negated: false }],
  ['binaryequals', { ...binary, negated: false }],
]);
