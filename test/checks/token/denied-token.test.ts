import { deniedToken } from '../../../src/checks/token/denied-token.ts';
import { anAccess } from '../../support/facts.ts';
import { testCheck } from '../../support/test-check.ts';

const TOKEN = { action: 'ecr:GetAuthorizationToken', resource: '*' } as const;

testCheck(deniedToken, {
  allowed: [{ when: 'a policy allows it', facts: { tokenAccess: anAccess(TOKEN) } }],
  'no-role': [
    { when: 'the task definition names none', facts: { tokenAccess: { principal: null, exists: false, actions: [] } } },
  ],
  'role-gone': [
    {
      when: 'IAM knows no such role',
      facts: { tokenAccess: { ...anAccess(), exists: false } },
      says: 'Role `arn:aws:iam::444455556666:role/checkout-exec` does not exist.',
    },
  ],
  'no-statement': [
    {
      when: 'no statement allows it',
      facts: { tokenAccess: anAccess({ ...TOKEN, outcome: 'denied', layer: 'identity-based' }) },
      says: '`arn:aws:iam::444455556666:role/checkout-exec` may not ecr:GetAuthorizationToken on *: no identity-based policy allows it.',
    },
  ],
  'explicit-deny': [
    {
      when: 'a statement denies it',
      facts: {
        tokenAccess: anAccess({
          ...TOKEN,
          outcome: 'denied',
          layer: 'identity-based',
          explicit: true,
          statement: 'statement 1 of inline policy lock',
        }),
      },
      says: '`arn:aws:iam::444455556666:role/checkout-exec` may not ecr:GetAuthorizationToken on *: statement 1 of inline policy lock denies it.',
    },
  ],
  'layer-denies': [
    {
      when: 'the boundary does not allow it',
      facts: { tokenAccess: anAccess({ ...TOKEN, outcome: 'denied', layer: 'permissions boundary' }) },
    },
  ],
  unsure: [
    {
      when: 'a condition needs what we do not know',
      facts: { tokenAccess: anAccess({ ...TOKEN, outcome: 'unknown', unknowns: ['aws:SourceVpce'] }) },
    },
  ],
});
