import type { DecisionLayer } from './access-decision.ts';
import type { AccessRequest } from './access-request.ts';
import type { LayerAnswers } from './ask-layers.ts';
import { hasRepositoryPolicy, isTokenAction } from './ecr-scope.ts';
import type { PrincipalAnswer } from './principal-match.ts';
import { NO, UNKNOWN, YES, allOf, anyOf, type Answer } from './truth.ts';

/** Whether the request is granted, denials aside, and which layers fail to grant what they would have to. */
export interface Grant {
  readonly granted: Answer;
  readonly lacking: readonly DecisionLayer[];
}

/**
 * Combines the layers' allows. Sources: IAM User Guide, "Policy evaluation logic", "Cross-account policy evaluation
 * logic" and, for what closeness of the named principal means within an account, "Principal" (role principals):
 *
 * - guards (service and resource control, endpoint) must each allow;
 * - across accounts the identity side (identity policy, boundary, session) and the resource side must both allow, and
 *   naming the account is enough on the resource side;
 * - within an account one side is enough. A grant to the very user or session, or to everybody (`*`), is not limited
 *   by a silent boundary; a grant to the role is; a grant to the account only delegates, so that an identity policy is
 *   needed after all;
 * - `ecr:GetAuthorizationToken` comes from the identity side alone;
 * - a service that calls for itself is granted by the resource side alone.
 */
export function combineAllows(request: AccessRequest, layers: LayerAnswers): Grant {
  const guards = GUARDS.map((layer) => ({ layer, answer: allowOf(layers, layer) }));
  const core = coreGrant(request, layers);
  return {
    granted: allOf([core.granted, ...guards.map(({ answer }) => answer)]),
    lacking: [...guards.filter(({ answer }) => answer.truth === 'no').map(({ layer }) => layer), ...core.lacking],
  };
}

const GUARDS = ['service control', 'resource control', 'VPC endpoint'] as const;
const OWN_LIMITS = ['permissions boundary', 'session'] as const;

/** The layers whose silence is a no even when every other layer allows. */
export const LIMITING_LAYERS: ReadonlySet<string> = new Set([...GUARDS, ...OWN_LIMITS]);

function coreGrant(request: AccessRequest, layers: LayerAnswers): Grant {
  const { principal, action, resource } = request;
  const resourceSide = resourceSideOf(layers);
  const resourceLayer: DecisionLayer = hasRepositoryPolicy(action) ? 'resource-based' : 'registry';
  const lackingOnResource = resourceSide.atAll.truth === 'no' ? [resourceLayer] : [];
  if (principal.kind === 'service') return { granted: resourceSide.atAll, lacking: lackingOnResource };

  const identity = allowOf(layers, 'identity-based');
  const limits = OWN_LIMITS.map((layer) => ({ layer, answer: allowOf(layers, layer) }));
  const withinLimits = allOf(limits.map(({ answer }) => answer));
  const lackingLimits = limits.filter(({ answer }) => answer.truth === 'no').map(({ layer }) => layer);
  const lackingIdentity: DecisionLayer[] = identity.truth === 'no' ? ['identity-based'] : [];

  if (isTokenAction(action)) {
    return { granted: allOf([identity, withinLimits]), lacking: [...lackingIdentity, ...lackingLimits] };
  }
  if (principal.account !== resource.account) {
    return {
      granted: allOf([identity, withinLimits, resourceSide.atAll]),
      lacking: [...lackingIdentity, ...lackingLimits, ...lackingOnResource],
    };
  }
  const limited = anyOf([identity, resourceSide.byRole]);
  const granted = anyOf([
    allOf([resourceSide.directly, unlessSilent(allowOf(layers, 'session'))]),
    allOf([limited, withinLimits]),
  ]);
  if (granted.truth !== 'no') return { granted, lacking: [] };
  return { granted, lacking: [...(limited.truth === 'no' ? lackingIdentity : []), ...lackingLimits] };
}

/**
 * AWS documents that a silent session policy does not limit a grant to the session itself; another evaluator's tests
 * (cloud-copilot/iam-simulate, sessionPolicies.json) hold the contrary. Until it is tried on AWS, such a grant is open.
 */
function unlessSilent(session: Answer): Answer {
  return session.truth === 'no' ? UNKNOWN : session;
}

/** A layer that has no say lets the request pass. */
function allowOf(layers: LayerAnswers, layer: DecisionLayer): Answer {
  return layers[layer]?.allow.atAll ?? YES;
}

/** The repository's and the registry's policies grant alike; where neither has a say nothing is granted. */
function resourceSideOf(layers: LayerAnswers): PrincipalAnswer {
  const granted = (closeness: keyof PrincipalAnswer): Answer =>
    anyOf([layers['resource-based'], layers.registry].map((layer) => layer?.allow[closeness] ?? NO));
  return { atAll: granted('atAll'), byRole: granted('byRole'), directly: granted('directly') };
}
