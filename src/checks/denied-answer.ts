import { type AccessFact, allWhoMayAsk, type PrincipalAccess } from '../domain/access.ts';
import type { EcrIncident, Evaluation, Meaning } from '../domain/check.ts';
import { listOf } from '../lib/plural.ts';
import { LIMITING_LAYERS } from '../semantics/iam-policy/index.ts';
import { namedFirst } from './named-first.ts';

export type DeniedAnswer =
  | 'no-role'
  | 'role-gone'
  | 'allowed'
  | 'no-statement'
  | 'explicit-deny'
  | 'layer-denies'
  | 'depends-on-role'
  | 'unsure';

/** What it means for a pull when the policies that we could read allow or deny what it needs. */
export const DENIED_ANSWERS = {
  allowed: { verdict: 'pass', says: '`{{principal}}` may {{actions}}, as the policies say that I can read.' },
  // That nobody may ask at all is said once, by missing-role.
  'no-role': { verdict: 'not-applicable', says: 'No role is there to pull with, so none can be allowed to.' },
  'role-gone': { verdict: 'not-applicable', says: 'Role `{{principal}}` does not exist, so nothing is allowed to it.' },
  'no-statement': {
    verdict: 'fail',
    says: '`{{principal}}` may not {{action}} on {{resource}}: no {{layer}} policy allows it.',
  },
  'explicit-deny': {
    verdict: 'fail',
    says: '`{{principal}}` may not {{action}} on {{resource}}: {{statement}} denies it.',
  },
  'layer-denies': {
    verdict: 'fail',
    says: '`{{principal}}` may not {{action}} on {{resource}}: the {{layer}} does not allow it.',
  },
  'depends-on-role': {
    verdict: 'unknown',
    says: 'One of these roles pulls, and AWS does not say which: {{may}} may, {{mayNot}} may not {{action}}. The message of a denial names the one that asked.',
  },
  unsure: {
    verdict: 'unknown',
    says: 'Whether `{{principal}}` may {{action}} depends on {{unknowns}}.',
  },
} as const satisfies Record<DeniedAnswer, Meaning>;

/** Where one of several may be the one that asks, only what is so for all of them is an answer. */
export function deniedAnswer(access: AccessFact): Evaluation<DeniedAnswer> {
  const each = allWhoMayAsk(access).map(answerFor);
  const allowed = each.filter(({ answer }) => answer === 'allowed');
  const unsure = each.filter(({ answer }) => answer === 'unsure');
  const denied = each.filter((one) => !allowed.includes(one) && !unsure.includes(one));
  if (denied.length === each.length) return asOne(denied.toSorted((a, b) => Number(isNobody(a)) - Number(isNobody(b))));
  if (unsure.length > 0) return asOne(unsure);
  if (denied.length === 0) return asOne(allowed);
  // Of a role that does not exist no action was judged.
  const action = denied[0]?.data?.['action'] ?? access.actions[0]?.action ?? 'pull';
  return { answer: 'depends-on-role', data: { may: `\`${named(allowed)}\``, mayNot: `\`${named(denied)}\``, action } };
}

/** A role that is there and is denied says more than one that is not there. */
function isNobody({ answer }: Evaluation<DeniedAnswer>): boolean {
  return answer === 'no-role' || answer === 'role-gone';
}

/** The first speaks for all that would say the same. */
function asOne(each: readonly Evaluation<DeniedAnswer>[]): Evaluation<DeniedAnswer> {
  const [first] = each;
  if (first?.data === undefined) return first ?? { answer: 'no-role' };
  const said = sayingOf(first);
  return { ...first, data: { ...first.data, principal: named(each.filter((other) => sayingOf(other) === said)) } };
}

function sayingOf({ answer, data }: Evaluation<DeniedAnswer>): string {
  return JSON.stringify([answer, { ...data, principal: null }]);
}

/** Sentences put these between backticks. */
function named(each: readonly Evaluation<DeniedAnswer>[]): string {
  return each.map(({ data }) => data?.['principal'] ?? '').join('` and `');
}

/** The first action that is denied decides; an action that we cannot judge keeps us from saying yes, not from saying no. */
function answerFor({ principal, exists, actions }: PrincipalAccess): Evaluation<DeniedAnswer> {
  if (principal === null) return { answer: 'no-role' };
  if (!exists) return { answer: 'role-gone', data: { principal } };
  const denied = actions.find(({ outcome }) => outcome === 'denied');
  if (denied !== undefined) {
    const { action, resource } = denied;
    const layer = denied.layer ?? 'identity-based';
    const statement = denied.statement ?? `the ${layer} policy`;
    const data = { principal, action, resource, layer, statement };
    if (denied.explicit) return { answer: 'explicit-deny', data };
    return { answer: LIMITING_LAYERS.has(layer) ? 'layer-denies' : 'no-statement', data };
  }
  const unsure = actions.find(({ outcome }) => outcome === 'unknown');
  if (unsure !== undefined) {
    return { answer: 'unsure', data: { principal, action: unsure.action, unknowns: listOf(unsure.unknowns) } };
  }
  return { answer: 'allowed', data: { principal, actions: listOf(actions.map(({ action }) => action)) } };
}

/** The same access, with the action that the message names first in it. */
export function withNamedFirst(access: AccessFact, incident: EcrIncident): AccessFact {
  const sorted = <Access extends PrincipalAccess>(each: Access): Access => ({
    ...each,
    actions: namedFirst(each.actions, incident),
  });
  return { ...sorted(access), ...(access.others !== undefined && { others: access.others.map(sorted) }) };
}
