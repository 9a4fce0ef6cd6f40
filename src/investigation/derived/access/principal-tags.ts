import type { PullerRole } from '../../../domain/facts/puller.ts';
import { parseJson } from '../../../lib/parse-json.ts';
import { coversAction, parsePolicy } from '../../../semantics/iam-policy/index.ts';

/**
 * The tags that come with a request of this role; `undefined`: nobody knows them all. What a session brings comes before
 * the role's own, and it brings none that its trust policy does not let it bring (IAM user guide, "Permissions required to
 * add session tags"). Assumption: the services that pull bring none, as none of their guides speaks of any; EKS Pod
 * Identity does, and never pulls.
 */
export function tagsOf({ source, trustPolicy, tags }: PullerRole): Readonly<Record<string, string>> | undefined {
  // Who is only named may be in a session that anybody began.
  const isNamed = source === 'named-by-message' || source === 'named-by-person';
  return isNamed && mayBringTags(trustPolicy) ? undefined : tags;
}

function mayBringTags(trustPolicy: string | null): boolean {
  if (trustPolicy === null) return true;
  const parsed = parsePolicy(parseJson(trustPolicy));
  if (!('document' in parsed)) return true;
  return parsed.document.statements.some(
    ({ effect, actions }) => effect === 'Allow' && coversAction(actions, 'sts:TagSession'),
  );
}
