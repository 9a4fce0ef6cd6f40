import { isWithin } from './rule-pool.ts';
import type { LifecyclePolicy, LifecycleRule } from './lifecycle-policy.ts';

export type LifecycleTrap =
  /** Several prefixes or patterns are read as "or"; ECR reads "and", so that hardly an image matches. */
  | { readonly trap: 'list-means-and'; readonly rule: LifecycleRule; readonly list: readonly string[] }
  /** Whatever the rule is about, the earlier rule `by` is about as well, and keeps it from ever acting. */
  | { readonly trap: 'shielded'; readonly rule: LifecycleRule; readonly by: LifecycleRule };

/** What a policy says otherwise than its author is likely to have meant, in the order of its rules. */
export function lifecycleTraps({ rules }: LifecyclePolicy): readonly LifecycleTrap[] {
  return rules.flatMap((rule, index) => {
    const by = rules.slice(0, index).find((earlier) => isWithin(rule, earlier));
    return [...listTraps(rule), ...(by === undefined ? [] : [{ trap: 'shielded', rule, by } as const])];
  });
}

function listTraps(rule: LifecycleRule): readonly LifecycleTrap[] {
  const { selection } = rule;
  if (selection.tagStatus !== 'tagged' || selection.list.length < 2) return [];
  return [{ trap: 'list-means-and', rule, list: selection.list }];
}
