import type { ActionAccess } from '../../domain/access.ts';
import type { Place } from '../../domain/aws.ts';
import type { PullerRole } from '../../domain/puller-facts.ts';
import { evaluateAccess, NO_POLICIES } from '../../semantics/iam-policy/index.ts';
import { partitionOf } from '../../semantics/partition.ts';
import { actionAccess, namedDocument } from './access.ts';
import { defineDerived, known } from './define-derived.ts';

/** Who assumes the execution role of a task (ECS developer guide, task execution IAM role). */
const ECS_TASKS = { kind: 'service', service: 'ecs-tasks.amazonaws.com' } as const;

export const roleTrust = defineDerived({
  name: 'roleTrust',
  from: ['pullerRole', 'workload'],
  async derive(learn) {
    const role = await learn('pullerRole');
    if (!role.known) return role;
    if (role.value?.source !== 'execution-role') return known(null, []);
    const workload = await learn('workload');
    if (!workload.known) return workload;
    return known(judgeRoleTrust(role.value, workload.value), role.evidence);
  },
});

/**
 * Does the trust policy let ECS assume the role for a task in this place? `null` when the role is not known to be an
 * execution role, when it does not exist, or when the message shows that somebody has assumed it.
 */
export function judgeRoleTrust(role: PullerRole | null, { account, region }: Place): ActionAccess | null {
  if (role === null || role.source !== 'execution-role' || role.trustPolicy === null) return null;
  const resource = { arn: role.arn, account: role.account };
  const policies = { ...NO_POLICIES, resource: namedDocument({ name: 'trust policy', text: role.trustPolicy }) };
  const ask = (known: Readonly<Record<string, string>>) =>
    evaluateAccess(
      {
        principal: ECS_TASKS,
        action: 'sts:AssumeRole',
        resource,
        context: { 'aws:SourceAccount': account, ...known },
        absentKeys: [],
      },
      policies,
    );
  // Which of its ARNs ECS sends we do not know: a condition that takes every one of this account and Region holds.
  const anyArn = `arn:${partitionOf(region)}:ecs:${region}:${account}:ecr-why`;
  const held = ask({ 'aws:SourceArn': anyArn });
  const decision = held.outcome === 'allowed' ? held : ask({});
  return actionAccess('sts:AssumeRole', role.arn, decision, policies);
}
