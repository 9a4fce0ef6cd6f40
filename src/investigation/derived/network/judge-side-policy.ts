import type { SideNeed } from '../../../domain/facts/puller.ts';
import { accountOf } from '../../../domain/arn.ts';
import type { IamPrincipal } from '../../../semantics/iam-policy/index.ts';
import type { PolicyAllows } from '../../../semantics/vpc-path/leg-path.ts';
import { answerOfEndpoint } from './answer-of-endpoint.ts';
import { contextIn, type EndpointCaller } from './judge-endpoint-policy.ts';

/**
 * Whether the policy of an endpoint lets a task have what it needs there. Only a yes is given: how a service spells what
 * is asked for differs by its actions, so a policy that is narrower than that is left open.
 */
export function sidePolicyJudge({ roles }: EndpointCaller, { action, region, resources }: SideNeed): PolicyAllows {
  const principals = roles.map((arn): IamPrincipal => ({ kind: 'role', arn, account: accountOf(arn) }));

  return (text, _leg, vpc) => {
    const context = contextIn(vpc, region);
    const isAllowed = principals.every((principal) =>
      resources.every((arn) => {
        const resource = { arn, account: accountOf(arn) };
        return answerOfEndpoint(text, { principal, action, resource, context, absentKeys: [] }) === 'allowed';
      }),
    );
    // A task without a role asks as nobody, and gets nothing whatever the endpoint lets pass.
    return isAllowed && principals.length > 0 ? 'allowed' : 'unknown';
  };
}
