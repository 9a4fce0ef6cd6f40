import type { RoleTrust } from '../../domain/access.ts';
import { accountOf, lastPart } from '../../domain/arn.ts';
import type { EcrIncident } from '../../domain/check.ts';
import type { PolicyStatement } from '../../domain/policy-statement.ts';
import type { StatementChange } from '../../domain/statement-change.ts';
import { listOf } from '../../lib/plural.ts';
import { defineCheck } from '../define-check.ts';
import { saysRoleRefused } from '../role-refused.ts';

export const untrustedRole = defineCheck({
  id: 'untrusted-role',
  stage: 'token',
  step: 'permission',
  question: 'May AWS assume the role that pulls?',
  needs: ['roleTrust'],
  answers: {
    trusted: { verdict: 'pass', says: 'The trust policy of `{{role}}` lets `{{service}}` assume it.' },
    untrusted: {
      verdict: 'fail',
      says: '{{who}} was unable to assume the role `{{role}}`: its trust policy does not let `{{service}}` assume it.',
    },
    shut: { verdict: 'fail', says: '{{who}} was unable to assume the role `{{role}}`: {{statement}} denies it.' },
    unsure: { verdict: 'unknown', says: 'Whether `{{service}}` may assume `{{role}}` depends on {{unknowns}}.' },
    'another-may': {
      verdict: 'unknown',
      says: '`{{service}}` may not assume `{{role}}`, but whether that is the role that pulls AWS does not say.',
    },
    'not-assumed': { verdict: 'not-applicable', says: 'There is no role that AWS would have to assume.' },
  },
  evaluate({ roleTrust }, incident) {
    const denied = roleTrust.find(({ outcome }) => outcome === 'denied');
    const told = denied ?? roleTrust.find(({ outcome }) => outcome === 'unknown') ?? roleTrust[0];
    if (told === undefined) return { answer: 'not-assumed' };
    const { outcome, service, explicit, statement, resource: role, unknowns } = told;
    if (outcome === 'allowed') return { answer: 'trusted', data: { role, service } };
    if (outcome === 'unknown') return { answer: 'unsure', data: { role, service, unknowns: listOf(unknowns) } };
    if (!isNeeded(told, roleTrust)) return { answer: 'another-may', data: { role, service } };
    const data = { role, service, who: who(service), statement: statement ?? 'its trust policy' };
    const statements = trustChanges(told);
    return {
      answer: explicit ? 'shut' : 'untrusted',
      data,
      statements,
      ...(!isAboutRole(incident) && { explains: false }),
    };
  },
});

/** What stands there and does not do what it should; else what is missing. */
function trustChanges({ resource, service, lack }: RoleTrust): readonly StatementChange[] {
  const guarded = lack?.nearly.filter(({ fails }) => fails.every((part) => part === 'condition')) ?? [];
  const standing = [...(lack?.denial == null ? [] : [lack.denial]), ...guarded];
  if (standing.length > 0)
    return standing.map(({ name: where, json: statement }) => ({ kind: 'mend', where, statement }));
  const statement: PolicyStatement = {
    Sid: 'AllowAssume',
    Effect: 'Allow',
    Principal: { Service: service },
    Action: 'sts:AssumeRole',
  };
  const where = `the trust policy of role \`${lastPart(resource)}\` in account ${accountOf(resource)}`;
  return [{ kind: 'add', where, statement: JSON.stringify(statement) }];
}

/** ECS assumes the execution role of every task that names one; of several roles of machines one may do without the other. */
function isNeeded({ service }: RoleTrust, all: readonly RoleTrust[]): boolean {
  return service === 'ecs-tasks.amazonaws.com' || all.every(({ outcome }) => outcome === 'denied');
}

function who(service: string): string {
  return service === 'ecs-tasks.amazonaws.com' ? 'ECS' : `\`${service}\``;
}

/** ECS asks for no image before it has the role, and says so: a message about the pull itself is not explained by this. */
function isAboutRole({ symptom }: EcrIncident): boolean {
  return symptom === null || saysRoleRefused(symptom);
}
