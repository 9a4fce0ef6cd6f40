import { type AccessFact, allWhoMayAsk } from '../../../domain/access.ts';
import type { Learned } from '../../../domain/facts.ts';
import type { Circumstances } from './circumstances.ts';

/** The two names of a tag on what is asked for. (Service authorization reference, Amazon ECR: condition keys.) */
const TAG_KEYS = ['aws:ResourceTag/', 'ecr:ResourceTag/'];

/** What a request lacks that is about no resource, as one for a token is, or about one without tags. */
const NO_TAGS: Circumstances = { context: {}, absentKeys: TAG_KEYS.map((key) => `${key}*`) };

type Learn = (name: 'repositoryTags') => Promise<Learned<'repositoryTags'>>;

/** Whether an access hangs on a tag of what is asked for. */
export function hangsOnTags(access: AccessFact): boolean {
  return allWhoMayAsk(access).some(({ actions }) =>
    actions.some(({ lack }) => lack?.missingKeys.some(isTagKey) === true),
  );
}

function isTagKey(key: string): boolean {
  return TAG_KEYS.some((start) => key.toLowerCase().startsWith(start.toLowerCase()));
}

/**
 * What the tags of the repository say of a request about it. Assumption: they come with requests from other accounts as
 * well; AWS does not say otherwise.
 */
export async function learnTags(leg: 'token' | 'manifest' | 'layers', learn: Learn): Promise<Circumstances | null> {
  if (leg === 'token') return NO_TAGS;
  const tags = await learn('repositoryTags');
  if (!tags.known) return null;
  const entries = Object.entries(tags.value ?? {});
  // ECR tells tags apart by case, and conditions do not: which of two they mean is not known.
  if (new Set(entries.map(([key]) => key.toLowerCase())).size < entries.length) return null;
  const context = TAG_KEYS.flatMap((start) => entries.map(([key, value]) => [`${start}${key}`, value]));
  return { ...NO_TAGS, context: Object.fromEntries(context) };
}
