import { z } from 'zod';
import { parseJson } from '../../lib/parse-json.ts';
import type { CountType, LifecycleRule } from './lifecycle-policy.ts';

/**
 * A rule as CloudTrail writes it in a `PolicyExecutionEvent`, in words of its own: `Image count more than`, `Any`.
 * (ECR user guide, "Logging actions with CloudTrail".) The wording of rules about pulls and about the archive is not
 * documented, and is read by its one telling word.
 */
const RECORDED_RULE = z.object({
  rulePriority: z.number(),
  description: z.string().optional(),
  lifecycleEventSelection: z.object({
    tagStatus: z.string(),
    tagPrefixList: z.array(z.string()).default([]),
    tagPatternList: z.array(z.string()).default([]),
    countType: z.string(),
    countNumber: z.number(),
  }),
  action: z.unknown().optional(),
});

/** The rule that a record quotes; `null` when it is written in a way that we do not know. */
export function parseRecordedRule(text: string): LifecycleRule | null {
  const { data } = RECORDED_RULE.safeParse(parseJson(text));
  if (data === undefined) return null;
  const { tagStatus, tagPrefixList, tagPatternList, countType, countNumber } = data.lifecycleEventSelection;
  const type = countTypeOf(countType);
  const selection = selectionOf(tagStatus.toLowerCase(), tagPrefixList, tagPatternList);
  const action = actionOf(data.action);
  if (type === null || selection === null || action === null) return null;
  return {
    priority: data.rulePriority,
    ...(data.description !== undefined && { description: data.description }),
    selection,
    storageClass: type === 'sinceImageTransitioned' ? 'archive' : 'standard',
    count: { type, number: countNumber },
    action,
  };
}

const TELLING_WORDS: readonly (readonly [RegExp, CountType])[] = [
  [/image count/i, 'imageCountMoreThan'],
  [/pushed/i, 'sinceImagePushed'],
  [/pulled/i, 'sinceImagePulled'],
  [/transitioned/i, 'sinceImageTransitioned'],
];

function countTypeOf(text: string): CountType | null {
  return TELLING_WORDS.find(([word]) => word.test(text))?.[1] ?? null;
}

/** Its name, or an object that holds its name. */
function actionOf(action: unknown): LifecycleRule['action'] | null {
  const written = JSON.stringify(action ?? null);
  return (['expire', 'transition'] as const).find((name) => written.includes(name)) ?? null;
}

function selectionOf(
  tagStatus: string,
  prefixes: readonly string[],
  patterns: readonly string[],
): LifecycleRule['selection'] | null {
  if (tagStatus === 'any' || tagStatus === 'untagged') return { tagStatus };
  if (tagStatus !== 'tagged') return null;
  if (patterns.length > 0) return { tagStatus, listOf: 'patterns', list: patterns };
  return prefixes.length > 0 ? { tagStatus, listOf: 'prefixes', list: prefixes } : null;
}
