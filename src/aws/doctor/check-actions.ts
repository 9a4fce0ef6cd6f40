import type { ConfiguredAccount } from '../../domain/account.ts';
import type { Action, Arn, Region } from '../../domain/aws.ts';
import type { AccountCheckup, NotTried, Trouble } from '../../domain/checkup.ts';
import { partitionOfArn } from '../../domain/arn.ts';
import { READING } from '../permissions/reading/index.ts';
import { statementsFor } from '../permissions/statements.ts';
import { checkRegion } from './check-region.ts';
import type { Desk } from './desk.ts';
import { UNTRIABLE } from './probes/index.ts';
import type { ActionAnswer } from './try-action.ts';

type ActionsCheck = Pick<AccountCheckup, 'allowed' | 'notTried' | 'troubles' | 'additions'>;

interface Asked {
  readonly action: Action;
  readonly region: Region | null;
  readonly answer: ActionAnswer;
}

/** The name of a service's host is not known: the Region has no such service. We have just spoken with STS there. */
const NO_SUCH_HOST = 'ENOTFOUND';

/** What the reader of an account may do, in each of its Regions. */
export async function checkActions(account: ConfiguredAccount, reader: Arn, desk: Desk): Promise<ActionsCheck> {
  const regional = desk.actions.filter((action) => !isGlobal(action));
  const checks = await Promise.all(
    account.regions.map(async (region, index) => {
      const actions = index === 0 ? desk.actions : regional;
      return { region, ...(await checkRegion({ account: account.id, region }, reader, actions, desk)) };
    }),
  );
  const asked = checks.flatMap(({ region, answers }): Asked[] =>
    [...answers].map(([action, answer]) => ({ action, answer, region: isGlobal(action) ? null : region })),
  );
  const actionTroubles = asked.flatMap((each) => troubleOf(each, reader));
  const denied = desk.actions.filter((action) =>
    actionTroubles.some((trouble) => trouble.kind === 'denied' && trouble.action === action),
  );
  const scope = { partition: partitionOfArn(reader), account: account.id };
  return {
    allowed: desk.actions.filter((action) => isAllowed(asked.filter((each) => each.action === action))),
    notTried: [...withoutProbe(desk), ...withoutHost(asked)],
    troubles: [...checks.flatMap(({ troubles }) => troubles), ...actionTroubles],
    additions:
      denied.length === 0 ? [] : [{ to: 'policy', of: reader, statements: statementsFor(READING, denied, scope) }],
  };
}

/** IAM and Organizations are one for all Regions. */
function isGlobal(action: Action): boolean {
  return action.startsWith('iam:') || action.startsWith('organizations:');
}

function isAllowed(asked: readonly Asked[]): boolean {
  return asked.length > 0 && asked.every(({ answer }) => answer === 'allowed' || isHostless(answer));
}

function isHostless(answer: ActionAnswer): boolean {
  return typeof answer === 'object' && answer.unclear === NO_SUCH_HOST;
}

function troubleOf({ action, region, answer }: Asked, role: Arn): readonly Trouble[] {
  if (answer === 'allowed' || isHostless(answer)) return [];
  if (answer === 'denied') return [{ kind: 'denied', action, region, role, found: null }];
  return [{ kind: 'no-answer', action, region, role, found: answer.unclear }];
}

function withoutProbe({ actions, probes }: Desk): readonly NotTried[] {
  return actions
    .filter((action) => probes[action] === undefined)
    .map((action) => ({ action, because: UNTRIABLE[action] ?? 'no harmless call is known that tells' }));
}

function withoutHost(asked: readonly Asked[]): readonly NotTried[] {
  return asked
    .filter(({ answer }) => isHostless(answer))
    .map(({ action, region }) => ({ action, because: `${region ?? 'the partition'} has no host for it` }));
}
