import type { LifecyclePolicyText } from '../../src/domain/facts/registry.ts';

type Action = 'expire' | 'transition';

/** A lifecycle policy as ECR keeps it, of rules in the order of their priorities. */
export function aLifecyclePolicy(
  ...selections: readonly (Readonly<Record<string, unknown>> & { readonly action?: Action })[]
): LifecyclePolicyText {
  const rules = selections.map(({ action = 'expire', ...selection }, index) => ({
    rulePriority: index + 1,
    selection,
    action: action === 'expire' ? { type: action } : { type: action, targetStorageClass: 'archive' },
  }));
  return { text: JSON.stringify({ rules }) };
}

/** What a rule selects: `any`, `untagged`, or images with tags of all these patterns. */
const about = (tags: 'any' | 'untagged' | readonly string[]) =>
  typeof tags === 'string' ? { tagStatus: tags } : { tagStatus: 'tagged', tagPatternList: tags };

export const older = (days: number, tags: 'any' | 'untagged' | readonly string[]) => ({
  ...about(tags),
  countType: 'sinceImagePushed',
  countUnit: 'days',
  countNumber: days,
});

export const unpulled = (days: number, tags: 'any' | 'untagged' | readonly string[]) => ({
  ...older(days, tags),
  countType: 'sinceImagePulled',
  action: 'transition' as const,
});

export const more = (count: number, tags: 'any' | 'untagged' | readonly string[]) => ({
  ...about(tags),
  countType: 'imageCountMoreThan',
  countNumber: count,
});
