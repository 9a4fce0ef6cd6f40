import { ANY_RUN, matchesEverything, matchesGlob, type GlobToken } from './glob.ts';

/** `arn`, partition, service, region, account, resource: the last may hold further colons. */
const ARN_PARTS = 6;

/** The six parts of an ARN; `null` when the text is none. */
export function splitArn(text: string): readonly string[] | null {
  const parts = text.split(':');
  if (parts.length < ARN_PARTS || parts[0] !== 'arn') return null;
  return [...parts.slice(0, ARN_PARTS - 1), parts.slice(ARN_PARTS - 1).join(':')];
}

/** The parts of an ARN pattern, at most six: fewer when it is incomplete. */
export function splitArnPattern(pattern: readonly GlobToken[]): readonly (readonly GlobToken[])[] {
  const parts: GlobToken[][] = [[]];
  for (const token of pattern) {
    if (token === ':' && parts.length < ARN_PARTS) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/**
 * Whether a `Resource` pattern covers the resource of a request. Wildcards do not reach across the first five colons,
 * and an incomplete ARN is completed with `*` (IAM User Guide, "Resource": incomplete ARNs). A request without a
 * resource, written `*`, is covered by `*` only: `ecr:GetAuthorizationToken` cannot be narrowed to a repository.
 */
export function coversResource(pattern: readonly GlobToken[], resource: string): boolean {
  if (matchesEverything(pattern)) return true;
  const parts = splitArn(resource);
  if (parts === null) return resource !== '*' && matchesGlob(pattern, resource);
  const patternParts = splitArnPattern(pattern);
  return parts.every((part, index) => matchesGlob(patternParts[index] ?? [ANY_RUN], part));
}

/** Whether an ARN pattern has fewer than six parts, and is more than a bare `*`. */
export function isIncompleteArn(pattern: readonly GlobToken[]): boolean {
  return !matchesEverything(pattern) && splitArnPattern(pattern).length < ARN_PARTS;
}

/** How the `Arn…` operators compare: part by part, each with wildcards; `null` when either side is no ARN. */
export function arnsMatch(pattern: readonly GlobToken[], text: string): boolean | null {
  const parts = splitArn(text);
  const patternParts = splitArnPattern(pattern);
  if (parts === null || patternParts.length < ARN_PARTS) return null;
  return parts.every((part, index) => matchesGlob(patternParts[index] ?? [], part));
}

/** The account and the role's name in `arn:aws:sts::111122223333:assumed-role/NAME/SESSION`; `null` for other ARNs. */
export function roleOfSession(arn: string): { readonly account: string; readonly name: string } | null {
  const parts = splitArn(arn);
  const [type, name = '', session] = (parts?.[5] ?? '').split('/');
  if (parts?.[2] !== 'sts' || type !== 'assumed-role' || session === undefined) return null;
  return { account: parts[4] ?? '', name };
}

/** The account and name of `arn:aws:iam::111122223333:role/path/NAME`: a name is unique in an account, whatever its path. */
export function roleOf(arn: string): { readonly account: string; readonly name: string } | null {
  const parts = splitArn(arn);
  const resource = parts?.[5] ?? '';
  if (parts?.[2] !== 'iam' || !resource.startsWith('role/')) return null;
  return { account: parts[4] ?? '', name: resource.slice(resource.lastIndexOf('/') + 1) };
}
