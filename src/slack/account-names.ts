import type { ConfiguredAccount } from '../domain/account.ts';
import type { AccountNames } from './blocks/text.ts';

/** What people call the configured accounts. */
export function namesOf(accounts: readonly ConfiguredAccount[]): AccountNames {
  return Object.fromEntries(accounts.map(({ id, name }) => [id, name]));
}
