import type { AccountId, Arn } from '../../domain/aws.ts';
import type { Account, Estate, Role } from './estate.ts';
import { AWS_MANAGED_POLICIES } from './services/iam/aws-managed-policies.ts';

/** Every policy of a role as text, inline and attached. */
export function policiesOf(role: Role, home: Account | undefined): readonly string[] {
  const inline = role.inlinePolicies.map(({ document }) => document);
  return [...inline, ...role.attachedPolicies.map((arn) => documentOf(arn, home))];
}

/** What bounds a role, as text; `null` when nothing does. */
export function boundaryOf({ permissionsBoundary }: Role, home: Account | undefined): string | null {
  return permissionsBoundary === null ? null : documentOf(permissionsBoundary, home);
}

/** The service control policies of an account. Every organization begins with the one that allows all. */
export function serviceControlPoliciesOf({ serviceControlPolicies }: Estate, account: AccountId): readonly string[] {
  return [FULL_ACCESS, ...(serviceControlPolicies[account] ?? [])];
}

/** AWS's own policy `FullAWSAccess`. (AWS Organizations user guide, "Service control policies".) */
const FULL_ACCESS = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
});

function documentOf(arn: Arn, home: Account | undefined): string {
  return [...AWS_MANAGED_POLICIES, ...(home?.policies ?? [])].find((policy) => policy.arn === arn)?.document ?? '';
}
