import type { LifecyclePolicy, LifecycleRule } from './lifecycle-policy.ts';

/** A rule of ECR that a policy breaks, and the priority of the rule that breaks it. `PutLifecyclePolicy` would refuse it. */
export interface LifecycleViolation {
  readonly violation: LifecycleViolationKind;
  readonly priority: number;
}

export type LifecycleViolationKind =
  | 'priority-not-unique'
  | 'any-is-not-last'
  | 'second-untagged-rule'
  | 'same-list-twice'
  | 'too-many-wildcards'
  | 'pulled-only-transitions'
  | 'transitioned-only-expires-archive'
  | 'too-many-rules';

/** Source: Amazon ECR User Guide, "Lifecycle policy parameters" and "Service quotas". */
const MAX_RULES = 50;
const MAX_WILDCARDS = 4;
const MIN_DAYS_IN_ARCHIVE = 90;

/** What ECR would refuse in a policy of good shape; empty when it would take it. */
export function lifecycleViolations(policy: LifecyclePolicy): readonly LifecycleViolation[] {
  return policy.rules.flatMap((rule, index) =>
    VIOLATIONS.filter(({ isBroken }) => isBroken(rule, policy.rules.toSpliced(index, 1), index)).map(({ kind }) => ({
      violation: kind,
      priority: rule.priority,
    })),
  );
}

interface ViolationTest {
  readonly kind: LifecycleViolationKind;
  readonly isBroken: (rule: LifecycleRule, others: readonly LifecycleRule[], index: number) => boolean;
}

const VIOLATIONS: readonly ViolationTest[] = [
  { kind: 'too-many-rules', isBroken: (_rule, _others, index) => index >= MAX_RULES },
  {
    kind: 'priority-not-unique',
    isBroken: (rule, others) => others.some(({ priority }) => priority === rule.priority),
  },
  {
    kind: 'any-is-not-last',
    isBroken: (rule, others) =>
      rule.selection.tagStatus === 'any' && sameClass(rule, others).some(({ priority }) => priority > rule.priority),
  },
  {
    kind: 'second-untagged-rule',
    isBroken: (rule, others) =>
      rule.selection.tagStatus === 'untagged' &&
      sameClass(rule, others).some(({ selection }) => selection.tagStatus === 'untagged'),
  },
  {
    kind: 'same-list-twice',
    isBroken: (rule, others) =>
      listKey(rule) !== null && sameClass(rule, others).some((other) => listKey(other) === listKey(rule)),
  },
  {
    kind: 'too-many-wildcards',
    isBroken: ({ selection }) =>
      selection.tagStatus === 'tagged' && selection.list.some((entry) => entry.split('*').length - 1 > MAX_WILDCARDS),
  },
  {
    kind: 'pulled-only-transitions',
    isBroken: ({ count, action, storageClass }) =>
      count.type === 'sinceImagePulled' && (action !== 'transition' || storageClass !== 'standard'),
  },
  {
    kind: 'transitioned-only-expires-archive',
    isBroken: ({ count, action, storageClass }) =>
      count.type === 'sinceImageTransitioned' &&
      (action !== 'expire' || storageClass !== 'archive' || count.number < MIN_DAYS_IN_ARCHIVE),
  },
];

function sameClass(rule: LifecycleRule, others: readonly LifecycleRule[]): readonly LifecycleRule[] {
  return others.filter(({ storageClass }) => storageClass === rule.storageClass);
}

/** The list as a set; `null` for rules without one. */
function listKey({ selection }: LifecycleRule): string | null {
  if (selection.tagStatus !== 'tagged') return null;
  return JSON.stringify([selection.listOf, ...new Set(selection.list.toSorted())]);
}
