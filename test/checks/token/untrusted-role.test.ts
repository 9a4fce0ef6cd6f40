import { untrustedRole } from '../../../src/checks/token/untrusted-role.ts';
import { SYMPTOMS } from '../../support/an-incident.ts';
import { anAccess } from '../../support/facts.ts';
import { testCheck } from '../../support/test-check.ts';

const ROLE = 'arn:aws:iam::444455556666:role/checkout-exec';
const ASSUME = { action: 'sts:AssumeRole', resource: ROLE } as const;
const assumed = (parts: object) => anAccess({ ...ASSUME, ...parts }).actions[0] ?? null;

testCheck(untrustedRole, {
  trusted: [{ when: 'a statement lets ECS in', facts: { roleTrust: assumed({}) } }],
  untrusted: [
    {
      when: 'no statement lets ECS in',
      facts: { roleTrust: assumed({ outcome: 'denied', layer: 'resource-based' }) },
      says: 'ECS was unable to assume the role `arn:aws:iam::444455556666:role/checkout-exec`: its trust policy does not let `ecs-tasks.amazonaws.com` assume it.',
    },
    {
      when: 'a message speaks of something else',
      facts: { roleTrust: assumed({ outcome: 'denied', layer: 'resource-based' }) },
      incident: { symptom: SYMPTOMS.notFound },
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
      when: 'a condition needs what we do not know',
      facts: {
        roleTrust: assumed({ outcome: 'unknown', unknowns: ['the condition key `x`, whose value is not known'] }),
      },
      says: 'Whether ECS may assume `arn:aws:iam::444455556666:role/checkout-exec` depends on the condition key `x`, whose value is not known.',
    },
  ],
  'not-assumed': [{ when: 'ECS has no role to assume', facts: { roleTrust: null } }],
});
