import type { ConfiguredAccount } from '../../domain/account.ts';
import type { Fix } from '../../domain/fix.ts';
import type { FixRequest, Person } from '../ports.ts';

/** What a person may do with a fix, decided anew at every click and every submission. */
export type FixRight =
  /** May approve; where it takes two, not what they asked for themselves. */
  | { readonly kind: 'owner'; readonly mayActAlone: boolean; readonly owners: readonly string[] }
  /** May only ask those who may approve. */
  | { readonly kind: 'asker'; readonly owners: readonly string[] }
  | { readonly kind: 'nobody'; readonly why: Refusal };

export type Refusal = 'other-company' | 'account-without-fixes' | 'account-without-owners';

export interface RightsAsked {
  readonly person: Person;
  readonly fix: Fix;
  readonly accounts: readonly ConfiguredAccount[];
  /** Our own workspace. */
  readonly homeTeam: string;
  /** The users whom an owner id of ecr-why.yml stands for: itself, or the members of a user group. */
  readonly usersOf: (owner: string) => readonly string[];
}

/**
 * Default deny: only who owns every account that the fix changes may approve it. What widens access, and whatever
 * changes production, takes two people.
 */
export function fixRight({ person, fix, accounts, homeTeam, usersOf }: RightsAsked): FixRight {
  if (person.team !== homeTeam) return { kind: 'nobody', why: 'other-company' };
  const touched = touchedAccounts(fix, accounts);
  if (touched.some((account) => account?.fixRole == null)) return { kind: 'nobody', why: 'account-without-fixes' };
  const known = touched.filter((account) => account !== undefined);
  if (known.some(({ owners }) => owners.length === 0)) return { kind: 'nobody', why: 'account-without-owners' };

  const isOwner = known.every(({ owners }) => owners.flatMap(usersOf).includes(person.user));
  const owners = ownersOf(fix, accounts);
  if (!isOwner) return { kind: 'asker', owners };
  return { kind: 'owner', mayActAlone: !fix.widensAccess && productionTouched(fix, accounts).length === 0, owners };
}

/** Whether this person may decide this request: its owner, and not the one who asked where that takes two. */
export function mayDecide(right: FixRight, person: Person, { requester }: FixRequest): boolean {
  return right.kind === 'owner' && (right.mayActAlone || person.user !== requester.user);
}

/** Users and user groups that own the accounts which the fix changes, as ecr-why.yml names them. */
export function ownersOf(fix: Fix, accounts: readonly ConfiguredAccount[]): readonly string[] {
  return [...new Set(touchedAccounts(fix, accounts).flatMap((account) => account?.owners ?? []))];
}

/** The names of the production accounts that the fix changes. */
export function productionTouched(fix: Fix, accounts: readonly ConfiguredAccount[]): readonly string[] {
  return touchedAccounts(fix, accounts).flatMap((account) => (account?.isProduction === true ? [account.name] : []));
}

function touchedAccounts(fix: Fix, accounts: readonly ConfiguredAccount[]): readonly (ConfiguredAccount | undefined)[] {
  const ids = new Set(fix.calls.map(({ place }) => place.account));
  return [...ids].map((id) => accounts.find((account) => account.id === id));
}
