import type { Condition } from './statement.ts';
import { matchesWildcard } from './wildcard.ts';

/** What is known about a request, by condition key in lower case. A key that is absent from a request is absent here. */
export type RequestContext = ReadonlyMap<string, readonly string[]>;

type Comparison = (wanted: string, actual: string) => boolean;

const same: Comparison = (wanted, actual) => wanted === actual;
const sameIgnoringCase: Comparison = (wanted, actual) => wanted.toLowerCase() === actual.toLowerCase();

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  StringEquals: same,
  StringEqualsIgnoreCase: sameIgnoringCase,
  StringLike: matchesWildcard,
  // IAM treats these two alike: both allow wildcards. (IAM user guide, "ARN condition operators".)
  ArnEquals: matchesWildcard,
  ArnLike: matchesWildcard,
  Bool: sameIgnoringCase,
};

const OPERATOR = /^(?<set>ForAllValues:|ForAnyValue:)?(?<name>\w+?)(?<ifExists>IfExists)?$/;

/**
 * Whether a condition holds for a request.
 *
 * @throws when the sandbox does not know the operator: better no answer than a wrong one.
 */
export function holds(condition: Condition, context: RequestContext): boolean {
  const { set, name = '', ifExists } = OPERATOR.exec(condition.operator)?.groups ?? {};
  const actual = context.get(condition.key.toLowerCase());
  if (name === 'Null') return condition.values.includes(String(actual === undefined));

  const isNegated = name.includes('Not');
  const comparison = COMPARISONS[name.replace('Not', '')];
  if (comparison === undefined)
    throw new Error(`The sandbox does not know the condition operator ${condition.operator}.`);
  // A missing key fails a positive comparison and passes a negated one. (IAM user guide, "Condition operators".)
  if (actual === undefined) return ifExists !== undefined || set === 'ForAllValues:' || isNegated;

  const matches = (value: string): boolean =>
    condition.values.some((wanted) => comparison(wanted, value)) !== isNegated;
  return set === 'ForAnyValue:' ? actual.some(matches) : actual.every(matches);
}
