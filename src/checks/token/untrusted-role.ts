import type { EcrIncident } from '../../domain/check.ts';
import { listOf } from '../../lib/plural.ts';
import { defineCheck } from '../define-check.ts';

export const untrustedRole = defineCheck({
  id: 'untrusted-role',
  stage: 'token',
  step: 'permission',
  question: 'May ECS assume the execution role?',
  needs: ['roleTrust'],
  answers: {
    trusted: { verdict: 'pass', says: 'The trust policy of `{{role}}` lets ECS assume it.' },
    untrusted: {
      verdict: 'fail',
      says: 'ECS was unable to assume the role `{{role}}`: its trust policy does not let `ecs-tasks.amazonaws.com` assume it.',
    },
    shut: { verdict: 'fail', says: 'ECS was unable to assume the role `{{role}}`: {{statement}} denies it.' },
    unsure: { verdict: 'unknown', says: 'Whether ECS may assume `{{role}}` depends on {{unknowns}}.' },
    'not-assumed': { verdict: 'not-applicable', says: 'There is no execution role that ECS would have to assume.' },
  },
  evaluate({ roleTrust }, incident) {
    if (roleTrust === null) return { answer: 'not-assumed' };
    const { outcome, explicit, statement, resource: role, unknowns } = roleTrust;
    if (outcome === 'allowed') return { answer: 'trusted', data: { role } };
    if (outcome === 'unknown') return { answer: 'unsure', data: { role, unknowns: listOf(unknowns) } };
    const data = { role, statement: statement ?? 'its trust policy' };
    return { answer: explicit ? 'shut' : 'untrusted', data, ...(!isAboutRole(incident) && { explains: false }) };
  },
});

/** ECS asks for no image before it has the role, and says so: a message about the pull itself is not explained by this. */
function isAboutRole({ symptom }: EcrIncident): boolean {
  return symptom === null || /unable to assume/i.test(symptom.quote);
}
