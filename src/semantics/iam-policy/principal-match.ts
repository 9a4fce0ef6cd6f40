import type { IamPrincipal, RequestPrincipal } from './access-request.ts';
import { roleOf, roleOfSession, splitArn } from './arn.ts';
import type { PrincipalEntry, PrincipalList } from './document.ts';
import { NO, UNKNOWN, YES, anyOf, fromBoolean, type Answer } from './truth.ts';

/**
 * How closely a statement names the principal. Each answer includes the ones below it: whom it names directly it also
 * names at all. Within one account only the closer kinds grant without an identity policy.
 */
export interface PrincipalAnswer {
  /** By account, or closer. An account's administrators still decide who in it may use the grant. */
  readonly atAll: Answer;
  /** By role, or closer. */
  readonly byRole: Answer;
  /** As the very principal that calls: the user, the session, the service, or everybody. */
  readonly directly: Answer;
}

export const EVERYBODY: PrincipalAnswer = { atAll: YES, byRole: YES, directly: YES };
export const NOBODY: PrincipalAnswer = { atAll: NO, byRole: NO, directly: NO };

/** Whether a `Principal` or `NotPrincipal` element is about this principal. */
export function matchPrincipals(list: PrincipalList, principal: RequestPrincipal): PrincipalAnswer {
  if (list.negated) return everybodyBut(list.entries, principal);
  const closeness = list.entries.map((entry) => closenessOf(entry, principal));
  const atLeast = (wanted: readonly Closeness[]): Answer =>
    anyOf(closeness.map((found) => (found === 'maybe-session' ? UNKNOWN : fromBoolean(wanted.includes(found)))));
  return {
    atAll: atLeast(['account', 'role', 'direct']),
    byRole: atLeast(['role', 'direct']),
    directly: atLeast(['direct']),
  };
}

/** `maybe-session`: a session of the role that we ask about, whose session name we do not know. */
type Closeness = 'none' | 'account' | 'role' | 'direct' | 'maybe-session';

function closenessOf(entry: PrincipalEntry, principal: RequestPrincipal): Closeness {
  if (entry.type === 'AWS' && entry.value === '*') return 'direct';
  if (principal.kind === 'service') {
    return entry.type === 'Service' && entry.value === principal.service ? 'direct' : 'none';
  }
  if (entry.type !== 'AWS') return 'none';
  if (isAccount(entry.value, principal)) return 'account';
  if (entry.value === principal.arn) return principal.kind === 'role' ? 'role' : 'direct';
  if (principal.kind === 'assumed-role') return isRoleBehind(entry.value, principal) ? 'role' : 'none';
  return isSessionOf(entry.value, principal) ? 'maybe-session' : 'none';
}

/** `111122223333` and `arn:aws:iam::111122223333:root` say the same. */
function isAccount(value: string, principal: IamPrincipal): boolean {
  if (value === principal.account) return true;
  const parts = splitArn(value);
  return parts?.[2] === 'iam' && parts[4] === principal.account && parts[5] === 'root';
}

function isRoleBehind(value: string, session: IamPrincipal): boolean {
  if (session.roleArn !== undefined) return value === session.roleArn;
  return isSameRole(roleOf(value), roleOfSession(session.arn));
}

function isSessionOf(value: string, role: IamPrincipal): boolean {
  return isSameRole(roleOfSession(value), roleOf(role.arn));
}

type RoleName = ReturnType<typeof roleOf>;

function isSameRole(a: RoleName, b: RoleName): boolean {
  return a !== null && b !== null && a.account === b.account && a.name === b.name;
}

/**
 * `NotPrincipal`. A principal is spared when the list names all that it is: its account, its role or user, and its
 * session. When the list names only some of these AWS says that it "might" be hit, so we do not know.
 * Source: IAM User Guide, "NotPrincipal".
 */
function everybodyBut(entries: readonly PrincipalEntry[], principal: RequestPrincipal): PrincipalAnswer {
  const named = new Set(entries.map((entry) => closenessOf(entry, principal)));
  const isEverybody = entries.some((entry) => entry.type === 'AWS' && entry.value === '*');
  if (isEverybody || identities(principal).every((identity) => named.has(identity))) return NOBODY;
  const isNamed = [...named].some((closeness) => closeness !== 'none');
  // How closely everybody else is meant is not documented.
  return isNamed ? { atAll: UNKNOWN, byRole: UNKNOWN, directly: UNKNOWN } : { ...EVERYBODY, directly: UNKNOWN };
}

function identities(principal: RequestPrincipal): readonly Closeness[] {
  switch (principal.kind) {
    case 'service':
      return ['direct'];
    case 'root':
      return ['account'];
    case 'user':
      return ['account', 'direct'];
    case 'assumed-role':
    case 'role':
      return ['account', 'role', 'direct'];
  }
}
