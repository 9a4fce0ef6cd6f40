import type { Arn } from '../domain/aws.ts';

/**
 * The role behind a session's ARN, or the ARN itself when it is a role's; `null` for anything else. A session does not
 * tell the path of its role, so neither does this.
 */
export function roleArnOf(principal: Arn): Arn | null {
  const match = /^arn:(aws[\w-]*):sts::(\d{12}):assumed-role\/([^/]+)\//.exec(principal);
  if (match !== null) return `arn:${match[1]}:iam::${match[2]}:role/${match[3]}`;
  return /^arn:aws[\w-]*:iam::\d{12}:role\//.test(principal) ? principal : null;
}
