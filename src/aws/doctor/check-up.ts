import type { Action } from '../../domain/aws.ts';
import type { Checkup } from '../../domain/checkup.ts';
import { atMost } from '../../lib/at-most.ts';
import { AwsTrouble } from '../errors.ts';
import { FACTS } from '../facts/index.ts';
import type { Identities, Self } from '../identities.ts';
import { checkAccount } from './check-account.ts';
import { readRefusal } from './aws-answer.ts';
import type { Desk } from './desk.ts';
import { PROBES } from './probes/index.ts';

/** Calls under way at once: few enough that no account of an organization feels it. */
const CONCURRENCY = 10;

/** Everything that some fact needs, once, in order of name. */
export const READ_ACTIONS: readonly Action[] = [
  ...new Set(Object.values(FACTS).flatMap(({ actions }) => actions)),
].toSorted();

/**
 * Tries every account, Region, role and permission of ecr-why.yml, by real calls that change nothing.
 *
 * Real calls rather than `iam:SimulatePrincipalPolicy`: that is a permission of its own, which may be the one that is
 * missing, and it knows neither RCPs nor endpoint policies nor a Region that is switched off. The calls meet them all.
 */
export async function checkUp(
  identities: Identities,
  { actions = READ_ACTIONS, probes = PROBES }: Partial<Pick<Desk, 'actions' | 'probes'>> = {},
): Promise<Checkup> {
  const self = await identities.self().catch(asObstacle);
  if (typeof self === 'string') return { version: 1, self: null, obstacle: self, accounts: [] };
  const desk: Desk = { identities, self, actions, probes, turn: atMost(CONCURRENCY) };
  const accounts = await Promise.all(identities.accounts.map((account) => checkAccount(account, desk)));
  return { version: 1, self: self.arn, obstacle: null, accounts };
}

function asObstacle(error: unknown): Self | string {
  if (!(error instanceof AwsTrouble)) throw error;
  return readRefusal(error.cause).found;
}
