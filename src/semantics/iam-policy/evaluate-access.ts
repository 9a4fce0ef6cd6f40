import { DECISION_LAYERS, type AccessDecision, type DecisionLayer, type LayerDecision } from './access-decision.ts';
import type { AccessRequest } from './access-request.ts';
import { askLayers, type LayerAnswers } from './ask-layers.ts';
import { combineAllows } from './grant.ts';
import type { LayerAnswer } from './layer-answer.ts';
import type { PolicySet } from './policy-set.ts';
import { anyOf, type Answer } from './truth.ts';

/**
 * Decides a request as AWS would: an explicit `Deny` in any layer wins, then everything that must allow must allow.
 * What is not known is never guessed: the outcome is `unknown` if a condition value or a policy that we lack could
 * turn it, and only then as far as layers and statements can be told apart one by one.
 */
export function evaluateAccess(request: AccessRequest, policies: PolicySet): AccessDecision {
  const layers = askLayers(request, policies);
  const denied = anyOf(DECISION_LAYERS.map((layer) => layers[layer]?.deny).filter((answer) => answer !== undefined));
  const { granted, lacking } = combineAllows(request, layers);
  const outcome = outcomeOf(denied, granted);
  const blockedBy = outcome === 'denied' ? blockers(layers, lacking) : [];
  return {
    outcome,
    layers: DECISION_LAYERS.map((layer) => describeLayer(layer, layers[layer])),
    decidedBy: blockedBy[0] ?? null,
    blockedBy,
    explicit: denied.truth === 'yes',
    missingKeys:
      outcome === 'unknown' ? anyOf([denied, granted].filter(({ truth }) => truth === 'unknown')).missingKeys : [],
  };
}

function outcomeOf(denied: Answer, granted: Answer): AccessDecision['outcome'] {
  if (denied.truth === 'yes' || granted.truth === 'no') return 'denied';
  return denied.truth === 'no' && granted.truth === 'yes' ? 'allowed' : 'unknown';
}

/** Explicit denials first: no grant can mend those. */
function blockers(layers: LayerAnswers, lacking: readonly DecisionLayer[]): readonly DecisionLayer[] {
  const denying = DECISION_LAYERS.filter((layer) => layers[layer]?.deny.truth === 'yes');
  return [...denying, ...DECISION_LAYERS.filter((layer) => lacking.includes(layer) && !denying.includes(layer))];
}

function describeLayer(layer: DecisionLayer, answer: LayerAnswer | null): LayerDecision {
  if (answer === null) return { layer, result: 'not-applicable', nearMisses: [] };
  const result = resultOf(answer);
  const missing = [answer.deny, answer.allow.atAll].filter(({ truth }) => truth === 'unknown');
  const missingKeys = result === 'unknown' ? anyOf(missing).missingKeys : [];
  return {
    layer,
    result,
    ...(answer.statement === null || result === 'silent' ? {} : { statement: answer.statement }),
    ...(missingKeys.length === 0 ? {} : { missingKeys }),
    ...(answer.level === undefined ? {} : { level: answer.level }),
    nearMisses: result === 'silent' || result === 'unknown' ? answer.nearMisses : [],
  };
}

function resultOf({ deny, allow }: LayerAnswer): LayerDecision['result'] {
  if (deny.truth === 'yes') return 'denied';
  if (deny.truth === 'unknown') return 'unknown';
  if (allow.atAll.truth === 'yes') return 'allowed';
  return allow.atAll.truth === 'no' ? 'silent' : 'unknown';
}
