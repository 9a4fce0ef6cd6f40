import type { AccountId, Arn } from '../../domain/aws.ts';
import type { Account, Estate, Role } from './estate.ts';
import { controlsOver } from './organization-policies.ts';
import { evaluateIdentity, type PolicyAnswer, type PolicyRequest } from './policy/evaluate.ts';
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

/** The service control policies over an account, level by level. Every organization begins with the one that allows all. */
export function serviceControlPoliciesOf(estate: Estate, account: AccountId): readonly (readonly string[])[] {
  const hidden = [FULL_ACCESS, ...(estate.serviceControlPolicies[account] ?? [])];
  return [hidden, ...controlsOver(estate, account, 'SERVICE_CONTROL_POLICY')];
}

/** What policies that must allow on every level say together. */
export function onEveryLevel(levels: readonly (readonly string[])[], request: PolicyRequest): PolicyAnswer {
  const answers = new Set(levels.map((texts) => evaluateIdentity(texts, request)));
  return (['deny', 'silent'] as const).find((answer) => answers.has(answer)) ?? 'allow';
}

/** AWS's own policy `FullAWSAccess`. (AWS Organizations user guide, "Service control policies".) */
const FULL_ACCESS = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
});

function documentOf(arn: Arn, home: Account | undefined): string {
  return [...AWS_MANAGED_POLICIES, ...(home?.policies ?? [])].find((policy) => policy.arn === arn)?.document ?? '';
}
