import type { SideNeed } from '../../domain/puller-facts.ts';
import { evaluateAccess, type IamPrincipal, NO_POLICIES } from '../../semantics/iam-policy/index.ts';
import type { PolicyAllows } from '../../semantics/vpc-path/leg-path.ts';
import { namedDocument } from './access.ts';
import type { EndpointCaller } from './judge-endpoint-policy.ts';

/**
 * Whether the policy of an endpoint lets a task have what it needs there. Only a yes is given: how a service spells what
 * is asked for differs by its actions, so a policy that is narrower than that is left open.
 */
export function sidePolicyJudge({ roles, vpc }: EndpointCaller, { action, region, resources }: SideNeed): PolicyAllows {
  const context = { 'aws:RequestedRegion': region, 'aws:SecureTransport': 'true', 'aws:SourceVpc': vpc };
  const principals = roles.map((arn): IamPrincipal => ({ kind: 'role', arn, account: accountIn(arn) }));

  return (text) => {
    const endpoint = namedDocument({ name: 'endpoint policy', text });
    const isAllowed = principals.every((principal) =>
      resources.every((arn) => {
        const request = { principal, action, resource: { arn, account: accountIn(arn) }, context, absentKeys: [] };
        const { layers } = evaluateAccess(request, { ...NO_POLICIES, endpoint });
        return layers.find(({ layer }) => layer === 'VPC endpoint')?.result === 'allowed';
      }),
    );
    // A task without a role asks as nobody, and gets nothing whatever the endpoint lets pass.
    return isAllowed && principals.length > 0 ? 'allowed' : 'unknown';
  };
}

function accountIn(arn: string): string {
  return arn.split(':')[4] ?? '';
}
