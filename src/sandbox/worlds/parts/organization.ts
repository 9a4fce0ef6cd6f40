import type { ControlPolicyType, Estate, OrganizationEstate } from '../../aws/estate.ts';
import { BOT, REGISTRY, STAGING, WORKLOAD } from './names.ts';
import { policy, type Statement } from './policy.ts';

/** The account that runs the organization; nobody has a role in it. */
const MANAGEMENT = '000011112222';
const ROOT = 'r-sand';

/** The unit of the accounts that run workloads. */
export const WORKLOADS_UNIT = 'ou-sand-workload';

/** No policies of its own: neither type is switched on. The registry's account is a delegated administrator. */
export function organizationTree(): OrganizationEstate {
  return {
    managementAccount: MANAGEMENT,
    delegatedAdministrators: [REGISTRY],
    root: ROOT,
    parents: {
      [MANAGEMENT]: ROOT,
      [REGISTRY]: ROOT,
      [BOT]: ROOT,
      [WORKLOADS_UNIT]: ROOT,
      [WORKLOAD]: WORKLOADS_UNIT,
      [STAGING]: WORKLOADS_UNIT,
    },
    policyTypes: [],
    policies: [],
    withoutFullAccess: [],
  };
}

/** Switches a type of policy on and attaches one. */
export function attachControl(
  { organizationPolicies }: Estate,
  type: ControlPolicyType,
  name: string,
  target: string,
  ...statements: readonly Statement[]
): void {
  const { policies, policyTypes } = organizationPolicies;
  if (!policyTypes.includes(type)) policyTypes.push(type);
  policies.push({ id: `p-${name.toLowerCase()}`, name, type, document: policy(...statements), targets: [target] });
}
