import type { Action, Arn, Region } from '../../../domain/aws.ts';
import type { EcrIncident } from '../../../domain/check.ts';
import type { IamPrincipal } from '../../../semantics/iam-policy/index.ts';
import type { PolicyAllows } from '../../../semantics/vpc-path/leg-path.ts';
import { endpointDemand } from '../../../semantics/vpc-path/services.ts';
import { repositoryArn } from '../../../semantics/repository-arn.ts';
import { accountOf } from '../../../domain/arn.ts';
import { answerOfEndpoint } from './answer-of-endpoint.ts';

/** No account, role or organization that anybody's policy can mean. */
const STRANGER: IamPrincipal = {
  kind: 'role',
  arn: 'arn:aws:iam::000000000000:role/stranger',
  account: '000000000000',
  tags: {},
  orgId: 'o-0000000000',
};

/** What a request through an endpoint says, as far as the endpoint's policy may ask. */
export interface EndpointCaller {
  /** The role that asks, or those that may be it; none: it asks as nobody. */
  readonly roles: readonly Arn[];
}

/**
 * Judges the policy of an endpoint alone: what other policies say of the same request is for other checks. ECR signs
 * the URLs of layers with credentials of AWS's own, so on that leg nobody's principal, account or organization matches.
 */
export function endpointPolicyJudge({ roles }: EndpointCaller, incident: EcrIncident): PolicyAllows {
  const { account, region } = incident.image.registry;
  const pullers = roles.map((arn): IamPrincipal => ({ kind: 'role', arn, account: accountOf(arn) }));

  return (text, leg, vpc) => {
    // What a request of no leg asks for only its caller knows.
    if (leg === null) return 'unknown';
    const demand = endpointDemand(leg, region);
    const principals = demand.isSignedByAws || pullers.length === 0 ? [STRANGER] : pullers;
    const owner = demand.isSignedByAws ? STRANGER.account : account;
    const resource = {
      arn: demand.resource ?? repositoryArn(incident.image.registry, incident.image.repository),
      account: owner,
    };
    const context = contextIn(vpc, region);
    const verdicts = principals.map((principal) => {
      const answers = demand.actions.map((action) =>
        answerOfEndpoint(text, { principal, action: asAction(action), resource, context, absentKeys: [] }),
      );
      // In the policy of an endpoint, silence is a no.
      if (answers.some((answer) => answer === 'denied' || answer === 'silent')) return 'denied';
      return answers.every((answer) => answer === 'allowed') ? 'allowed' : 'unknown';
    });
    const [first = 'unknown'] = verdicts;
    return verdicts.every((verdict) => verdict === first) ? first : 'unknown';
  };
}

/** What a request says of the endpoint that it passes: the VPC is the endpoint's, wherever it came from. */
export function contextIn(vpc: string, region: Region): Readonly<Record<string, string>> {
  return { 'aws:RequestedRegion': region, 'aws:SecureTransport': 'true', 'aws:SourceVpc': vpc };
}

function asAction(text: string): Action {
  const [service = '', name = ''] = text.split(':');
  return `${service}:${name}`;
}
