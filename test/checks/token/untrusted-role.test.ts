import { describe, expect, it } from 'vitest';
import { untrustedRole } from '../../../src/checks/token/untrusted-role.ts';
import { anIncident, SYMPTOMS } from '../../support/an-incident.ts';
import type { RoleTrust } from '../../../src/domain/access.ts';
import { aLack, anAccess, aNearMiss } from '../../support/facts.ts';
import { testCheck } from '../../support/test-check.ts';

const ROLE = 'arn:aws:iam::444455556666:role/checkout-exec';
const ASSUME = { action: 'sts:AssumeRole', resource: ROLE } as const;
const assumed = (parts: object, service = 'ecs-tasks.amazonaws.com') =>
  anAccess({ ...ASSUME, ...parts }).actions.map((action) => ({ ...action, service }));
const DENIED = { outcome: 'denied', layer: 'resource-based' };

testCheck(untrustedRole, {
  trusted: [{ when: 'a statement lets ECS in', facts: { roleTrust: assumed({}) } }],
  untrusted: [
    {
      when: 'no statement lets ECS in',
      facts: { roleTrust: assumed({ outcome: 'denied', layer: 'resource-based' }) },
      says: 'ECS was unable to assume the role `arn:aws:iam::444455556666:role/checkout-exec`: its trust policy does not let `ecs-tasks.amazonaws.com` assume it.',
    },
    {
      when: 'only the role of the instance may be assumed, for ECS wants both',
      facts: { roleTrust: [...assumed({}, 'ec2.amazonaws.com'), ...assumed(DENIED)] },
    },
    {
      when: 'a message speaks of something else',
      facts: { roleTrust: assumed({ outcome: 'denied', layer: 'resource-based' }) },
      incident: { symptom: SYMPTOMS.notFound },
    },
  ],
  'another-may': [
    {
      when: 'one of several node roles is shut to EC2',
      facts: { roleTrust: [...assumed(DENIED, 'ec2.amazonaws.com'), ...assumed({}, 'ec2.amazonaws.com')] },
    },
  ],
  shut: [
    {
      when: 'a statement denies it',
      facts: { roleTrust: assumed({ outcome: 'denied', explicit: true, statement: 'statement 2 of trust policy' }) },
      says: 'ECS was unable to assume the role `arn:aws:iam::444455556666:role/checkout-exec`: statement 2 of trust policy denies it.',
    },
  ],
  unsure: [
    {
      when: 'one role is open, and of another it hangs on what we do not know',
      facts: { roleTrust: [...assumed({}), ...assumed({ outcome: 'unknown', unknowns: ['the condition key `x`'] })] },
    },
    {
      when: 'a condition needs what we do not know',
      facts: {
        roleTrust: assumed({ outcome: 'unknown', unknowns: ['the condition key `x`, whose value is not known'] }),
      },
      says: 'Whether `ecs-tasks.amazonaws.com` may assume `arn:aws:iam::444455556666:role/checkout-exec` depends on the condition key `x`, whose value is not known.',
    },
  ],
  'not-assumed': [{ when: 'ECS has no role to assume', facts: { roleTrust: [] } }],
});

it.each([
  ['nothing is said', null, true],
  ['the text says so', { ...SYMPTOMS.tokenDenied, quote: 'ECS was unable to assume the role' }, true],
  ['the text is about the pull itself', SYMPTOMS.denied, false],
])('knows whether it explains: %s', (_when, symptom, explains) => {
  const answered = untrustedRole.evaluate({ roleTrust: assumed(DENIED) }, anIncident({ symptom }));
  expect(answered.explains !== false).toBe(explains);
});

describe('the statement of trust', () => {
  const statementsOf = (parts: Partial<RoleTrust>) => {
    const facts = { roleTrust: assumed({ outcome: 'denied', layer: 'resource-based', ...parts }) };
    return untrustedRole.evaluate(facts, anIncident()).statements ?? [];
  };

  it('is added where none lets the service in', () => {
    const [change] = statementsOf({});
    expect(change).toMatchObject({
      kind: 'add',
      where: 'the trust policy of role `checkout-exec` in account 444455556666',
    });
    expect(JSON.parse(change?.statement ?? '')).toEqual({
      Sid: 'AllowAssume',
      Effect: 'Allow',
      Principal: { Service: 'ecs-tasks.amazonaws.com' },
      Action: 'sts:AssumeRole',
    });
  });

  it.each([
    ['denies', aLack({ denial: { name: 'statement 1 of trust policy', json: '{}' } }), ['mend']],
    ['has a guard that does not hold', aLack({ nearly: [aNearMiss({ fails: ['condition'] })] }), ['mend']],
    ['names another service', aLack({ nearly: [aNearMiss({ fails: ['principal', 'condition'] })] }), ['add']],
  ])('is mended only where it stands: one that %s', (_what, lack, kinds) => {
    expect(statementsOf({ lack }).map(({ kind }) => kind)).toEqual(kinds);
  });
});
