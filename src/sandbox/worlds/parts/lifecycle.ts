import type { Estate } from '../../aws/estate.ts';
import { findRepository } from './find.ts';
import { ago } from './time.ts';

interface RuleDraft {
  readonly description: string;
  readonly selection: Readonly<Record<string, unknown>>;
}

/** Gives a repository a policy of these rules, in this order, each of which expires what it takes. */
export function setLifecycle(estate: Estate, repositoryName: string, ...rules: readonly RuleDraft[]): void {
  findRepository(estate, repositoryName).lifecyclePolicy = {
    text: JSON.stringify({
      rules: rules.map((rule, index) => ({ rulePriority: index + 1, ...rule, action: { type: 'expire' } })),
    }),
    lastEvaluatedAt: ago(estate.now, { hours: 5 }),
  };
}

/** The selection of a rule by age. */
export const olderThan = (days: number, ...patterns: readonly string[]) => ({
  tagStatus: 'tagged',
  tagPatternList: patterns,
  countType: 'sinceImagePushed',
  countUnit: 'days',
  countNumber: days,
});

/** The selection of a rule that keeps the newest. */
export const moreThan = (count: number, ...patterns: readonly string[]) => ({
  ...(patterns.length === 0 ? { tagStatus: 'any' } : { tagStatus: 'tagged', tagPatternList: patterns }),
  countType: 'imageCountMoreThan',
  countNumber: count,
});
