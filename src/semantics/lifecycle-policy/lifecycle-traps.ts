import type { LifecyclePolicy, LifecycleRule } from './lifecycle-policy.ts';

export type LifecycleTrap =
  /** Several prefixes or patterns are read as "or"; ECR reads "and", so that hardly an image matches. */
  | { readonly trap: 'list-means-and'; readonly rule: LifecycleRule; readonly list: readonly string[] }
  /** One entry matches every tag: the rule is about all tagged images, releases included. */
  | { readonly trap: 'list-matches-every-tag'; readonly rule: LifecycleRule; readonly list: readonly string[] };

/** What a policy says otherwise than its author is likely to have meant, in the order of its rules. */
export function lifecycleTraps(policy: LifecyclePolicy): readonly LifecycleTrap[] {
  return policy.rules.flatMap(trapsOf);
}

function trapsOf(rule: LifecycleRule): readonly LifecycleTrap[] {
  const { selection } = rule;
  if (selection.tagStatus !== 'tagged') return [];
  const { list } = selection;
  if (list.every((entry) => /^\**$/.test(entry))) return [{ trap: 'list-matches-every-tag', rule, list }];
  return list.length > 1 ? [{ trap: 'list-means-and', rule, list }] : [];
}
