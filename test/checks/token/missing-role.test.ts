import { missingRole } from '../../../src/checks/token/missing-role.ts';
import { anAccess } from '../../support/facts.ts';
import { testCheck } from '../../support/test-check.ts';

const ROLE = 'arn:aws:iam::444455556666:role/checkout-exec';
const INSTANCE = 'arn:aws:iam::444455556666:role/instances';
const gone = { ...anAccess(), exists: false };

testCheck(missingRole, {
  exists: [
    { when: 'IAM knows it', facts: { tokenAccess: anAccess() }, says: `Role \`${ROLE}\` exists.` },
    {
      when: 'IAM knows both',
      facts: { tokenAccess: { ...anAccess(), others: [{ ...anAccess(), principal: INSTANCE }] } },
    },
  ],
  'none-named': [
    { when: 'the task definition names none', facts: { tokenAccess: { principal: null, exists: false, actions: [] } } },
  ],
  gone: [{ when: 'IAM knows no such role', facts: { tokenAccess: gone } }],
  'one-gone': [
    {
      when: 'the execution role is gone, and the role of the instance is there',
      facts: { tokenAccess: { ...gone, others: [{ ...anAccess(), principal: INSTANCE }] } },
      says: `Role \`${ROLE}\` does not exist, and whether that or another role pulls AWS does not say.`,
    },
  ],
  'not-needed': [{ when: 'Lambda pulls', facts: { tokenAccess: null } }],
});
