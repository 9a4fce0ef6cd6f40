import type { Action } from '../../../../domain/aws.ts';
import type { Wish } from '../../wish.ts';
import type { Role } from '../../estate.ts';
import { AwsFault } from '../../wire/faults.ts';
import { textOf } from '../../wire/input.ts';
import type { Call } from '../operation.ts';

const roleNameIn = ({ input }: Call): string => textOf(input, 'RoleName') ?? '';

const roleIn = ({ estate, caller, input }: Call): Role | undefined =>
  estate.accounts.find(({ id }) => id === caller.account)?.roles.find(({ name }) => name === textOf(input, 'RoleName'));

/** IAM knows the whole ARN of a role that exists; of one that does not it can only think of the path `/`. */
export const wishForRole = (call: Call, action: Action): readonly Wish[] => [
  {
    action,
    resource: roleIn(call)?.arn ?? `arn:aws:iam::${call.caller.account}:role/${roleNameIn(call)}`,
    owner: call.caller.account,
  },
];

/** @throws AwsFault `NoSuchEntity` */
export function findRole(call: Call): Role {
  const role = roleIn(call);
  if (role === undefined) throw noSuchEntity(`The role with name ${roleNameIn(call)} cannot be found.`);
  return role;
}

export const noSuchEntity = (message: string): AwsFault => new AwsFault('NoSuchEntity', message, 404);

/** IAM returns policies percent-encoded, after RFC 3986. (IAM API reference, GetRolePolicy.) */
export const encoded = (document: string): string =>
  encodeURIComponent(document).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
