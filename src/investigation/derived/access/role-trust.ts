import type { RoleTrust } from '../../../domain/access.ts';
import type { Arn, Place } from '../../../domain/aws.ts';
import type { PullerRole } from '../../../domain/facts/puller.ts';
import type { Puller } from '../../../domain/puller.ts';
import { type AccessRequest, evaluateAccess, NO_POLICIES } from '../../../semantics/iam-policy/index.ts';
import { partitionOf } from '../../../semantics/partition.ts';
import { actionAccess, namedDocument } from './access.ts';
import { lackOf } from './access-lack.ts';
import { defineDerived, known } from '../define-derived.ts';

/** Who assumes each kind of role (ECS, EKS, CodeBuild and App Runner guides); of a role that was named, nobody knows. */
const ASSUMED_BY: Readonly<Partial<Record<PullerRole['source'], string>>> = {
  'execution-role': 'ecs-tasks.amazonaws.com',
  'instance-role': 'ec2.amazonaws.com',
  'node-role': 'ec2.amazonaws.com',
  'pod-execution-role': 'eks-fargate-pods.amazonaws.com',
  'build-role': 'codebuild.amazonaws.com',
  'access-role': 'build.apprunner.amazonaws.com',
};

export const roleTrust = defineDerived({
  name: 'roleTrust',
  from: ['pullerRoles', 'puller'],
  async derive(learn) {
    const roles = await learn('pullerRoles');
    if (!roles.known) return roles;
    if (!roles.value.some(({ source }) => ASSUMED_BY[source] !== undefined)) return known([], []);
    const puller = await learn('puller');
    if (!puller.known) return puller;
    const trusts = roles.value.map((role) => judgeRoleTrust(role, puller.value, assumedFor(role, puller.value)));
    return known(
      trusts.filter((trust) => trust !== null),
      roles.evidence,
    );
  },
});

function assumedFor({ arn }: PullerRole, { roles }: Puller): Arn | null {
  return roles.find((role) => role.arn === arn)?.assumedFor ?? null;
}

/**
 * Does the trust policy let the service assume the role for something in this place? `null` when nobody knows which
 * service would, when the role does not exist, or when the message shows that somebody has assumed it.
 */
export function judgeRoleTrust(role: PullerRole, { account, region }: Place, sourceArn: Arn | null): RoleTrust | null {
  const service = ASSUMED_BY[role.source];
  if (service === undefined || role.trustPolicy === null) return null;
  const resource = { arn: role.arn, account: role.account };
  const policies = { ...NO_POLICIES, resource: namedDocument({ name: 'trust policy', text: role.trustPolicy }) };
  const asking = (more: Readonly<Record<string, string>>): AccessRequest => ({
    principal: { kind: 'service', service },
    action: 'sts:AssumeRole',
    resource,
    context: { 'aws:SourceAccount': account, ...more },
    absentKeys: [],
  });
  // Which of its ARNs ECS sends we do not know: a condition that takes every one of this account and Region holds.
  const anyArn = `arn:${partitionOf(region)}:ecs:${region}:${account}:ecr-why`;
  const withArn = asking({ 'aws:SourceArn': sourceArn ?? anyArn });
  const request = evaluateAccess(withArn, policies).outcome === 'allowed' ? withArn : asking({});
  const decision = evaluateAccess(request, policies);
  const lack = lackOf(decision, policies, request);
  return {
    ...actionAccess('sts:AssumeRole', role.arn, decision, policies),
    service,
    ...(lack !== undefined && { lack }),
  };
}
