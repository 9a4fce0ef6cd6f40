import { textOf } from '../../wire/input.ts';
import type { Call, Operation } from '../operation.ts';
import { noSuchEntity } from './role.ts';
import { describeRole } from './roles.ts';

export const getInstanceProfile: Operation = {
  wishes: (call, action) => [
    {
      action,
      resource: `arn:aws:iam::${call.caller.account}:instance-profile/${nameIn(call)}`,
      owner: call.caller.account,
    },
  ],
  answer(call) {
    const account = call.estate.accounts.find(({ id }) => id === call.caller.account);
    const profile = account?.instanceProfiles?.find(({ name }) => name === nameIn(call));
    if (profile === undefined) throw noSuchEntity(`Instance Profile ${nameIn(call)} cannot be found.`);
    const roles = account?.roles.filter(({ name }) => name === profile.role) ?? [];
    return {
      InstanceProfile: { InstanceProfileName: profile.name, Arn: profile.arn, Roles: roles.map(describeRole) },
    };
  },
};

const nameIn = ({ input }: Call): string => textOf(input, 'InstanceProfileName') ?? '';
