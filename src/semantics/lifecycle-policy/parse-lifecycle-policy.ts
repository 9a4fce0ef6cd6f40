import { z } from 'zod';
import { parseJson } from '../../lib/parse-json.ts';
import { COUNT_TYPES, type LifecyclePolicy, type LifecycleRule, type LifecycleSelection } from './lifecycle-policy.ts';

export type ParsedLifecyclePolicy = { readonly policy: LifecyclePolicy } | { readonly problem: string };

/**
 * Reads the `lifecyclePolicyText` of a repository. Only the shape is checked here: what ECR would refuse in a policy
 * of good shape is told by `lifecycleViolations`.
 */
export function parseLifecyclePolicy(text: string): ParsedLifecyclePolicy {
  const json = parseJson(text);
  if (json === undefined) return { problem: 'The lifecycle policy is not JSON.' };
  const parsed = POLICY.safeParse(json);
  if (!parsed.success) return { problem: problemOf(parsed.error) };
  const rules = parsed.data.rules.map(toRule).toSorted((a, b) => a.priority - b.priority);
  return { policy: { rules } };
}

const TAG_LIST = z.array(z.string()).min(1);

const SELECTION = z
  .object({
    tagStatus: z.enum(['tagged', 'untagged', 'any']),
    tagPrefixList: TAG_LIST.optional(),
    tagPatternList: TAG_LIST.optional(),
    storageClass: z.enum(['standard', 'archive']).default('standard'),
    countType: z.enum(COUNT_TYPES),
    countUnit: z.literal('days').optional(),
    countNumber: z.int().positive(),
  })
  .refine(hasFittingList, 'A tagged selection needs either tagPrefixList or tagPatternList, and no other has one')
  .refine(
    ({ countType, countUnit }) => countType === 'imageCountMoreThan' || countUnit !== undefined,
    'This countType needs countUnit',
  );

const RULE = z.object({
  rulePriority: z.int().positive(),
  description: z.string().optional(),
  selection: SELECTION,
  action: z.object({ type: z.enum(['expire', 'transition']), targetStorageClass: z.literal('archive').optional() }),
});

const POLICY = z.object({ rules: z.array(RULE).min(1) });

interface RawLists {
  readonly tagStatus: 'tagged' | 'untagged' | 'any';
  readonly tagPrefixList?: readonly string[] | undefined;
  readonly tagPatternList?: readonly string[] | undefined;
}

function hasFittingList({ tagStatus, tagPrefixList, tagPatternList }: RawLists): boolean {
  const lists = [tagPrefixList, tagPatternList].filter((list) => list !== undefined).length;
  return lists === (tagStatus === 'tagged' ? 1 : 0);
}

function toRule({ rulePriority, description, selection, action }: z.infer<typeof RULE>): LifecycleRule {
  return {
    priority: rulePriority,
    ...(description === undefined ? {} : { description }),
    selection: toSelection(selection),
    storageClass: selection.storageClass,
    count: { type: selection.countType, number: selection.countNumber },
    action: action.type,
  };
}

function toSelection({ tagStatus, tagPrefixList, tagPatternList }: RawLists): LifecycleSelection {
  if (tagStatus !== 'tagged') return { tagStatus };
  if (tagPatternList !== undefined) return { tagStatus, listOf: 'patterns', list: tagPatternList };
  return { tagStatus, listOf: 'prefixes', list: tagPrefixList ?? [] };
}

function problemOf(error: z.ZodError): string {
  const [first] = error.issues;
  const place = first === undefined ? '' : first.path.join('.');
  return `The lifecycle policy is malformed${place === '' ? '' : ` at ${place}`}: ${first?.message ?? 'unknown reason'}.`;
}
