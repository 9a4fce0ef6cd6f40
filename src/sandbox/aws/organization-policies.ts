import type { AccountId } from '../../domain/aws.ts';
import type { ControlPolicyType, Estate, OrganizationEstate } from './estate.ts';

export interface AttachedPolicy {
  readonly id: string;
  readonly name: string;
  readonly type: ControlPolicyType;
  readonly document: string;
  readonly isAwsManaged: boolean;
}

/** AWS's own. (Organizations user guide, "SCPs" and "RCPs".) */
const FULL_ACCESS: Readonly<Record<ControlPolicyType, AttachedPolicy>> = {
  SERVICE_CONTROL_POLICY: fullAccess('SERVICE_CONTROL_POLICY', 'FullAWSAccess', {}),
  RESOURCE_CONTROL_POLICY: fullAccess('RESOURCE_CONTROL_POLICY', 'RCPFullAWSAccess', { Principal: '*' }),
};

function fullAccess(type: ControlPolicyType, name: string, more: object): AttachedPolicy {
  const statement = { Effect: 'Allow', ...more, Action: '*', Resource: '*' };
  const document = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  return { id: `p-${name}`, name, type, document, isAwsManaged: true };
}

/** What is attached to a root, a unit or an account. */
export function attachedTo(
  { policies, withoutFullAccess }: OrganizationEstate,
  target: string,
  type: ControlPolicyType,
): readonly AttachedPolicy[] {
  const own = policies
    .filter((policy) => policy.type === type && policy.targets.includes(target))
    .map(({ id, name, document }) => ({ id, name, type, document, isAwsManaged: false }));
  const isBare = type === 'SERVICE_CONTROL_POLICY' && withoutFullAccess.includes(target);
  return isBare ? own : [FULL_ACCESS[type], ...own];
}

export function findControlPolicy({ policies }: OrganizationEstate, id: string): AttachedPolicy | undefined {
  const managed = Object.values(FULL_ACCESS).find((policy) => policy.id === id);
  const own = policies.find((policy) => policy.id === id);
  return managed ?? (own === undefined ? undefined : { ...own, isAwsManaged: false });
}

/** The documents over an account, level by level; none where the type is off, or does not bind the account. */
export function controlsOver(
  estate: Estate,
  account: AccountId,
  type: ControlPolicyType,
): readonly (readonly string[])[] {
  const organization = estate.organizationPolicies;
  const isBound = organization.managementAccount !== account && organization.parents[account] !== undefined;
  if (!isBound || !organization.policyTypes.includes(type)) return [];
  const levels: string[][] = [];
  for (let target: string | undefined = account; target !== undefined; target = organization.parents[target]) {
    levels.unshift(attachedTo(organization, target, type).map(({ document }) => document));
  }
  return levels;
}
