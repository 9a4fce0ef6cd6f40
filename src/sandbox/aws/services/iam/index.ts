import { queryProtocol } from '../../wire/query.ts';
import type { Service } from '../operation.ts';
import { getPolicy, getPolicyVersion } from './policies.ts';
import { getRole, getRolePolicy, listAttachedRolePolicies, listRolePolicies } from './roles.ts';

export const iam: Service = {
  protocol: queryProtocol,
  isGlobal: true,
  operations: {
    GetRole: getRole,
    ListAttachedRolePolicies: listAttachedRolePolicies,
    ListRolePolicies: listRolePolicies,
    GetRolePolicy: getRolePolicy,
    GetPolicy: getPolicy,
    GetPolicyVersion: getPolicyVersion,
  },
};
