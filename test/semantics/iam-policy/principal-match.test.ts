import { describe, expect, it } from 'vitest';
import type { PrincipalEntry } from '../../../src/semantics/iam-policy/document.ts';
import { matchPrincipals } from '../../../src/semantics/iam-policy/principal-match.ts';
import { PRINCIPALS, REGISTRY, SHOP } from './access-case.ts';

const ROLE = `arn:aws:iam::${SHOP}:role/svc/puller`;
const SESSION = `arn:aws:sts::${SHOP}:assumed-role/puller/task-1`;
const ROOT = `arn:aws:iam::${SHOP}:root`;
const USER = `arn:aws:iam::${SHOP}:user/ann`;

type Who = keyof typeof PRINCIPALS;

const aws = (...values: readonly string[]): readonly PrincipalEntry[] =>
  values.map((value) => ({ type: 'AWS', value }));
const service = (value: string): PrincipalEntry => ({ type: 'Service', value });

/** `at all`, `by role`, `directly`. */
const answersOf = (who: Who, entries: readonly PrincipalEntry[], negated: boolean): readonly string[] => {
  const { atAll, byRole, directly } = matchPrincipals({ negated, entries }, PRINCIPALS[who]);
  return [atAll.truth, byRole.truth, directly.truth];
};

const DIRECTLY = ['yes', 'yes', 'yes'];
const BY_ROLE = ['yes', 'yes', 'no'];
const BY_ACCOUNT = ['yes', 'no', 'no'];
const NOT = ['no', 'no', 'no'];
const PERHAPS = ['unknown', 'unknown', 'unknown'];

describe('Principal', () => {
  it.each<[Who, readonly PrincipalEntry[], readonly string[]]>([
    ['role', aws('*'), DIRECTLY],
    ['lambda', aws('*'), DIRECTLY],
    ['role', [{ type: 'Federated', value: '*' }], NOT],
    ['role', [], NOT],
    ['role', aws(SHOP), BY_ACCOUNT],
    ['role', aws(ROOT), BY_ACCOUNT],
    ['root', aws(ROOT), BY_ACCOUNT],
    ['role', aws(REGISTRY), NOT],
    ['role', aws(`arn:aws:iam::${REGISTRY}:root`), NOT],
    ['role', aws(`arn:aws:sts::${SHOP}:root`), NOT],
    ['role', aws(ROLE), BY_ROLE],
    ['role', aws(`arn:aws:iam::${SHOP}:role/svc/other`), NOT],
    ['role', aws(SESSION), PERHAPS],
    ['role', aws(`arn:aws:sts::${SHOP}:assumed-role/other/task-1`), NOT],
    ['role', aws(`arn:aws:sts::${REGISTRY}:assumed-role/puller/task-1`), NOT],
    ['role', aws(SESSION, ROLE), ['yes', 'yes', 'unknown']],
    ['session', aws(SESSION), DIRECTLY],
    ['session', aws(ROLE), BY_ROLE],
    ['session', aws(`arn:aws:iam::${SHOP}:role/puller`), NOT],
    ['session', aws(`arn:aws:sts::${SHOP}:assumed-role/puller/task-2`), NOT],
    ['session without role', aws(ROLE), BY_ROLE],
    ['session without role', aws(`arn:aws:iam::${REGISTRY}:role/svc/puller`), NOT],
    ['session without role', aws(`arn:aws:iam::${SHOP}:role/svc/other`), NOT],
    ['user', aws(USER), DIRECTLY],
    ['user', aws(ROLE), NOT],
    ['user', aws(SESSION), NOT],
    ['lambda', [service('lambda.amazonaws.com')], DIRECTLY],
    ['lambda', [service('ecs.amazonaws.com')], NOT],
    ['lambda', aws('lambda.amazonaws.com'), NOT],
    ['role', [service(ROLE)], NOT],
    ['role', [{ type: 'CanonicalUser', value: SHOP }], NOT],
  ])('%s in %j: %j', (who, entries, answers) => {
    expect(answersOf(who, entries, false)).toEqual(answers);
  });
});

describe('NotPrincipal', () => {
  const EVERYBODY_ELSE = ['yes', 'yes', 'unknown'];

  it.each<[Who, readonly PrincipalEntry[], readonly string[]]>([
    ['role', aws('*'), NOT],
    ['role', [], EVERYBODY_ELSE],
    ['role', aws(REGISTRY), EVERYBODY_ELSE],
    ['role', [{ type: 'Federated', value: '*' }], EVERYBODY_ELSE],
    ['root', aws(ROOT), NOT],
    ['user', aws(ROOT, USER), NOT],
    ['user', aws(USER), PERHAPS],
    ['user', aws(ROOT), PERHAPS],
    ['session', aws(ROOT, ROLE, SESSION), NOT],
    ['session', aws(ROOT, ROLE), PERHAPS],
    ['session', aws(ROLE, SESSION), PERHAPS],
    ['role', aws(ROOT, ROLE, SESSION), PERHAPS],
    ['lambda', [service('lambda.amazonaws.com')], NOT],
    ['lambda', [service('ecs.amazonaws.com')], EVERYBODY_ELSE],
  ])('%s, where %j is spared: %j', (who, entries, answers) => {
    expect(answersOf(who, entries, true)).toEqual(answers);
  });
});
