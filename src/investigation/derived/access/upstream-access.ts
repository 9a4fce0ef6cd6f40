import type { AccessFact } from '../../../domain/access.ts';
import type { AccountId, Action, Arn } from '../../../domain/aws.ts';
import type { UpstreamRepository } from '../../../domain/facts/cache.ts';
import { evaluateAccess, NO_POLICIES, type PolicySet } from '../../../semantics/iam-policy/index.ts';
import { repositoryArn } from '../../../semantics/repository-arn.ts';
import { lackOf } from './access-lack.ts';
import { actionAccess, namedDocument, resourcePolicies } from './access.ts';
import { defineDerived, known } from '../define-derived.ts';

/** What the upstream registry must grant (ECR user guide, "Setting up permissions for cross-account ECR to ECR PTC"). */
const UPSTREAM_ACTIONS = [
  'ecr:BatchGetImage',
  'ecr:GetDownloadUrlForLayer',
  'ecr:BatchImportUpstreamImage',
  'ecr:GetImageCopyStatus',
] as const satisfies readonly Action[];

/** Whether the role itself may is for its own account to say: here only the other side is judged. */
const MAY_EVERYTHING = namedDocument({
  name: 'the role’s own policies',
  text: '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}',
});

export const upstreamAccess = defineDerived({
  name: 'upstreamAccess',
  from: ['importingRule', 'upstreamRepository'],
  async derive(learn, incident) {
    const [rule, upstream] = await Promise.all([learn('importingRule'), learn('upstreamRepository')]);
    if (!rule.known) return rule;
    if (!upstream.known) return upstream;
    const role = rule.value?.customRole ?? null;
    const { account } = incident.image.registry;
    if (role === null || upstream.value === null || upstream.value.account === account) return known(null, []);
    return known(judgeUpstreamAccess(role, account, upstream.value), upstream.evidence);
  },
});

/** Does the upstream registry let a role of the cache's account fetch from it? */
export function judgeUpstreamAccess(role: Arn, account: AccountId, upstream: UpstreamRepository): AccessFact {
  const { region, name, repositoryPolicy, registryPolicy } = upstream;
  const arn = repositoryArn(upstream, name);
  const policies: PolicySet = {
    ...NO_POLICIES,
    identity: [MAY_EVERYTHING],
    ...resourcePolicies(repositoryPolicy, registryPolicy),
  };
  const actions = UPSTREAM_ACTIONS.map((action) => {
    const request = {
      principal: { kind: 'role', arn: role, account } as const,
      action,
      resource: { arn, account: upstream.account },
      context: { 'aws:RequestedRegion': region, 'aws:SecureTransport': 'true' },
      absentKeys: [],
    };
    const decision = evaluateAccess(request, policies);
    const lack = lackOf(decision, policies, request);
    return { ...actionAccess(action, arn, decision, policies), ...(lack !== undefined && { lack }) };
  });
  return { principal: role, exists: true, actions };
}
