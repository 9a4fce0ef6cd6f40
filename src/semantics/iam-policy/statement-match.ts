import type { AccessRequest } from './access-request.ts';
import { coversResource, isIncompleteArn } from './arn.ts';
import { evaluateCondition } from './condition.ts';
import { coversAction } from './covers-action.ts';
import type { PatternList, PolicyCondition, PolicyDocument, PolicyStatement } from './document.ts';
import type { GlobToken } from './glob.ts';
import { readPolicyText } from './policy-text.ts';
import { EVERYBODY, NOBODY, matchPrincipals, type PrincipalAnswer } from './principal-match.ts';
import type { RequestContext } from './request-context.ts';
import { NO, UNKNOWN, YES, allOf, anyOf, fromBoolean, negate, unknownFor, type Answer } from './truth.ts';

/** One request, with what is needed to ask a statement about it. */
export interface Subject {
  readonly request: AccessRequest;
  readonly context: RequestContext;
  /** Whether the principal has a permissions boundary. */
  readonly hasBoundary: Answer;
}

/**
 * What the absence of a `Principal` means: in the policy of an identity, and in the policies that stand guard before
 * everybody, all are meant; in the policy of a resource, nobody.
 */
export type PrincipalRule = 'ignored' | 'optional' | 'required';

/** How a statement fits a request, part by part. */
export interface StatementMatch {
  readonly principal: PrincipalAnswer;
  readonly action: Answer;
  readonly resource: Answer;
  readonly conditions: readonly { readonly condition: PolicyCondition; readonly answer: Answer }[];
}

export function matchStatement(
  statement: PolicyStatement,
  version: PolicyDocument['version'],
  principalRule: PrincipalRule,
  subject: Subject,
): StatementMatch {
  return {
    principal: principalOf(statement, principalRule, subject),
    action: fromBoolean(coversAction(statement.actions, subject.request.action)),
    resource: matchResource(statement.resources, version, principalRule, subject),
    conditions: statement.conditions.map((condition) => ({
      condition,
      answer: evaluateCondition(condition, version, subject.context),
    })),
  };
}

/** Whether the whole statement applies, for a principal who is named at least so closely. */
export function applies(match: StatementMatch, closeness: keyof PrincipalAnswer): Answer {
  return allOf([
    match.principal[closeness],
    match.action,
    match.resource,
    ...match.conditions.map(({ answer }) => answer),
  ]);
}

function principalOf(statement: PolicyStatement, rule: PrincipalRule, subject: Subject): PrincipalAnswer {
  if (rule === 'ignored') return EVERYBODY;
  if (statement.principals === null) return rule === 'optional' ? EVERYBODY : NOBODY;
  const answer = matchPrincipals(statement.principals, subject.request.principal);
  if (statement.effect === 'Allow' || !statement.principals.negated) return answer;
  return { ...answer, atAll: hitByBoundaryTrap(answer.atAll, subject.hasBoundary) };
}

/**
 * A `Deny` with `NotPrincipal` denies every principal that has a permissions boundary, named or not.
 * Source: IAM User Guide, "Permissions boundaries for IAM entities".
 */
function hitByBoundaryTrap(answer: Answer, hasBoundary: Answer): Answer {
  return anyOf([answer, hasBoundary]);
}

function matchResource(
  resources: PatternList | null,
  version: PolicyDocument['version'],
  principalRule: PrincipalRule,
  subject: Subject,
): Answer {
  if (resources === null) return YES;
  const rules = { variables: version === '2012-10-17', wildcards: true };
  const answers = resources.patterns.map((pattern) => {
    const text = readPolicyText(pattern, rules, subject.context);
    if (text.kind === 'unknown') return mayCover(text.atMost, resources.negated, subject) ? unknownFor(text.keys) : NO;
    // AWS says that such a pattern matches no resource, and leaves open what that means under `NotResource`.
    if (text.kind === 'nothing') return resources.negated ? UNKNOWN : NO;
    const covers = coversResource(text.tokens, subject.request.resource.arn);
    // What AWS documents of incomplete ARNs is for `Resource` in the policies of identities.
    const isUndocumented = resources.negated ? !covers : covers && principalRule !== 'ignored';
    return isUndocumented && isIncompleteArn(text.tokens) ? UNKNOWN : fromBoolean(covers);
  });
  const matched = anyOf(answers);
  return resources.negated ? negate(matched) : matched;
}

/** Whether a pattern with an unknown variable may matter. Under `NotResource` even a variable without a value may. */
function mayCover(atMost: readonly GlobToken[], isNegated: boolean, subject: Subject): boolean {
  return isNegated || coversResource(atMost, subject.request.resource.arn);
}
