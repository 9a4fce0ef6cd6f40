import type { AccountId } from '../../../domain/aws.ts';

/** An organization as a tree: the root, units under it, accounts in them. */
export interface OrganizationEstate {
  managementAccount: AccountId;
  /** Member accounts that may read the tree and its policies besides. */
  delegatedAdministrators: AccountId[];
  root: string;
  /** The parent of each unit and each account; who is not here is none of the organization's. */
  parents: Record<string, string>;
  /** The types that are switched on at the root. */
  policyTypes: ControlPolicyType[];
  /** Besides AWS's own, which allows all: see `withoutFullAccess`. */
  policies: ControlPolicy[];
  /** Roots, units and accounts from which somebody took AWS's own service control policy. */
  withoutFullAccess: string[];
}

export type ControlPolicyType = 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY';

interface ControlPolicy {
  id: string;
  name: string;
  type: ControlPolicyType;
  document: string;
  /** The roots, units and accounts that it is attached to. */
  targets: string[];
}
