import type { AccountId, Arn } from '../../domain/aws.ts';
import type { Account, Estate, Role } from './estate.ts';
import { assumedRoleArn, sessionOf } from './session.ts';
import { Refusal } from './wire/faults.ts';

/** Who makes a call: always a session of some role, the bot's own included. */
export interface Caller {
  readonly account: AccountId;
  readonly arn: Arn;
  readonly userId: string;
  readonly role: Role;
  readonly accessKeyId: string;
  readonly sessionName: string;
  readonly sessionPolicy: string | null;
  readonly sourceIdentity: string | null;
  readonly tags: Readonly<Record<string, string>>;
}

export interface Signature {
  readonly accessKeyId: string;
  readonly sessionToken: string | undefined;
}

/**
 * The caller behind the access key that signed a request. The signature itself is not checked.
 *
 * @throws Refusal for a key that nobody minted, that has expired, or whose role is gone from this world.
 */
export function identify(estate: Estate, signature: Signature, at: Date): Caller {
  const { self } = estate;
  if (signature.accessKeyId === self.accessKeyId) {
    const [account, role] = findRole(estate, self.role);
    return callerOf(account.id, role, self.sessionName, { accessKeyId: self.accessKeyId });
  }
  const session = sessionOf(signature.accessKeyId, signature.sessionToken ?? '');
  if (session === undefined) throw unknownCredentials();
  if (Date.parse(session.expiresAt) <= at.getTime()) {
    throw new Refusal('expired-credentials', 'The security token included in the request is expired');
  }
  const account = estate.accounts.find(({ id }) => id === session.account);
  const role = account?.roles.find(({ name }) => name === session.roleName);
  if (role === undefined) throw unknownCredentials();
  return callerOf(session.account, role, session.sessionName, {
    accessKeyId: signature.accessKeyId,
    sessionPolicy: session.policy,
    sourceIdentity: session.sourceIdentity,
    tags: session.tags,
  });
}

function findRole(estate: Estate, arn: Arn): readonly [Account, Role] {
  for (const account of estate.accounts) {
    const role = account.roles.find((candidate) => candidate.arn === arn);
    if (role !== undefined) return [account, role];
  }
  throw unknownCredentials();
}

function callerOf(
  account: AccountId,
  role: Role,
  sessionName: string,
  rest: Pick<Caller, 'accessKeyId'> & Partial<Caller>,
): Caller {
  return {
    account,
    role,
    sessionName,
    arn: assumedRoleArn(account, role.name, sessionName),
    userId: `${role.id}:${sessionName}`,
    sessionPolicy: null,
    sourceIdentity: null,
    tags: {},
    ...rest,
  };
}

const unknownCredentials = (): Refusal =>
  new Refusal('unknown-credentials', 'The security token included in the request is invalid.');
