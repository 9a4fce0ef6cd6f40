import type { AccessFact } from '../domain/access.ts';
import type { Evaluation, Meaning } from '../domain/check.ts';
import { listOf } from '../lib/plural.ts';
import { LIMITING_LAYERS } from '../semantics/iam-policy/index.ts';

type DeniedAnswer = 'no-role' | 'role-gone' | 'allowed' | 'no-statement' | 'explicit-deny' | 'layer-denies' | 'unsure';

/** What it means for a pull when the policies that we could read allow or deny what it needs. */
export const DENIED_ANSWERS = {
  allowed: { verdict: 'pass', says: '`{{principal}}` may {{actions}}, as its own policies and the repository’s say.' },
  'no-role': { verdict: 'fail', says: 'The task definition names no execution role, so nobody may ask ECR for it.' },
  'role-gone': { verdict: 'fail', says: 'Role `{{principal}}` does not exist.' },
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
  unsure: {
    verdict: 'unknown',
    says: 'Whether `{{principal}}` may {{action}} depends on {{unknowns}}.',
  },
} as const satisfies Record<DeniedAnswer, Meaning>;

/** The first action that is denied decides; an action that we cannot judge keeps us from saying yes, not from saying no. */
export function deniedAnswer(access: AccessFact): Evaluation<DeniedAnswer> {
  const { principal, exists } = access;
  if (principal === null) return { answer: 'no-role' };
  if (!exists) return { answer: 'role-gone', data: { principal } };
  const denied = access.actions.find(({ outcome }) => outcome === 'denied');
  if (denied !== undefined) {
    const { action, resource } = denied;
    const layer = denied.layer ?? 'identity-based';
    const statement = denied.statement ?? `the ${layer} policy`;
    const data = { principal, action, resource, layer, statement };
    if (denied.explicit) return { answer: 'explicit-deny', data };
    return { answer: LIMITING_LAYERS.has(layer) ? 'layer-denies' : 'no-statement', data };
  }
  const unsure = access.actions.find(({ outcome }) => outcome === 'unknown');
  if (unsure !== undefined) {
    return { answer: 'unsure', data: { principal, action: unsure.action, unknowns: listOf(unsure.unknowns) } };
  }
  return { answer: 'allowed', data: { principal, actions: listOf(access.actions.map(({ action }) => action)) } };
}
