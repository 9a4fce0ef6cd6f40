import type { ConfiguredAccount } from '../../domain/account.ts';
import type { Arn } from '../../domain/aws.ts';
import type { Addition, Trouble } from '../../domain/checkup.ts';
import { fixingTrust, ownStatements, PERSON_PREFIX, readingTrust, REQUEST_TAG } from '../permissions/trust.ts';
import type { Desk } from './desk.ts';
import { NOBODY } from './probe.ts';
import { type RoleAnswer, type RoleParams, tryRole } from './try-role.ts';

export interface DoorCheck {
  readonly opens: boolean;
  readonly troubles: readonly Trouble[];
  readonly additions: readonly Addition[];
}

/** Whether the reading role lets us in, and nobody who has not the external id. */
export async function checkReadRole(account: ConfiguredAccount, role: Arn, desk: Desk): Promise<DoorCheck> {
  const trust = readingTrust({ principal: desk.self.arn, externalId: account.externalId });
  return checkDoor(account, desk, { role, session: {}, trust, own: ownStatements([role], []) });
}

/** The same of the fixing role, in a person's name and for a request, as a fix would ask. */
export async function checkFixRole(account: ConfiguredAccount, role: Arn, desk: Desk): Promise<DoorCheck> {
  const trust = fixingTrust({ principal: desk.self.arn, externalId: account.externalId });
  const session = {
    SourceIdentity: `${PERSON_PREFIX}${NOBODY}`,
    Tags: [{ Key: REQUEST_TAG, Value: NOBODY }],
  };
  return checkDoor(account, desk, { role, session, trust, own: ownStatements([], [role]) });
}

interface Door {
  readonly role: Arn;
  readonly session: Pick<RoleParams, 'SourceIdentity' | 'Tags'>;
  readonly trust: Addition['statements'];
  readonly own: Addition['statements'];
}

async function checkDoor(account: ConfiguredAccount, desk: Desk, door: Door): Promise<DoorCheck> {
  const { role, session, trust, own } = door;
  const { sts } = desk.identities.own(account.regions[0]);
  const knock = (ExternalId: string | null): Promise<RoleAnswer> =>
    desk.turn(() => tryRole(sts, { ...session, RoleArn: role, ...(ExternalId !== null && { ExternalId }) }));
  const trouble = { region: null, role, action: null, found: null };
  const mendTrust: Addition = { to: 'trust', of: role, statements: trust };

  const answer = await knock(account.externalId);
  if (!answer.opens) {
    const { refused, found } = answer;
    if (refused === null) return shut([{ ...trouble, kind: 'no-answer', action: 'sts:AssumeRole', found }], []);
    const mendOwn: Addition = { to: 'policy', of: desk.self.arn, statements: own };
    return shut([{ ...trouble, kind: 'role-shut', action: refused, found }], [mendTrust, mendOwn]);
  }
  if (answer.account !== account.id) return shut([{ ...trouble, kind: 'wrong-account', found: answer.account }], []);
  if (account.externalId === null || !(await knock(null)).opens) return { opens: true, troubles: [], additions: [] };
  return { opens: true, troubles: [{ ...trouble, kind: 'external-id-not-asked' }], additions: [mendTrust] };
}

function shut(troubles: readonly Trouble[], additions: readonly Addition[]): DoorCheck {
  return { opens: false, troubles, additions };
}
