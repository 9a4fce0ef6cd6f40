import { queryProtocol } from '../../wire/query.ts';
import type { Service } from '../operation.ts';
import { getInstanceProfile } from './instance-profiles.ts';
import { getPolicy, getPolicyVersion } from './policies.ts';
import { simulatePrincipalPolicy } from './simulate-principal-policy.ts';
import { getRole, getRolePolicy, listAttachedRolePolicies, listRolePolicies } from './roles.ts';

export const iam: Service = {
  protocol: queryProtocol,
  isGlobal: true,
  operations: {
    GetRole: getRole,
    GetInstanceProfile: getInstanceProfile,
    ListAttachedRolePolicies: listAttachedRolePolicies,
    ListRolePolicies: listRolePolicies,
    GetRolePolicy: getRolePolicy,
    GetPolicy: getPolicy,
    GetPolicyVersion: getPolicyVersion,
    SimulatePrincipalPolicy: simulatePrincipalPolicy,
  },
};
