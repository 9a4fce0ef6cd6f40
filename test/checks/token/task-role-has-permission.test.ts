import type { ActionAccess } from '../../../src/domain/access.ts';
import { taskRoleHasPermission } from '../../../src/checks/token/task-role-has-permission.ts';
import { anAccess } from '../../support/facts.ts';
import { testCheck } from '../../support/test-check.ts';

const TASK_ROLE = 'arn:aws:iam::444455556666:role/checkout-task';
const accessOf = (...actions: readonly Partial<ActionAccess>[]) => ({ ...anAccess(...actions), principal: TASK_ROLE });

testCheck(taskRoleHasPermission, {
  'mixed-up': [
    {
      when: 'it may do all that a pull takes',
      facts: { taskRoleAccess: accessOf({}, {}) },
      says: `The task role \`${TASK_ROLE}\` may pull, but it never does: it is for what runs in the containers. That is the mix-up: the role that pulls needs these permissions.`,
    },
  ],
  'not-it': [
    {
      when: 'it lacks one of them, whatever is open of the rest',
      facts: { taskRoleAccess: accessOf({}, { outcome: 'unknown' }, { outcome: 'denied' }) },
    },
  ],
  unsure: [{ when: 'one of them is open', facts: { taskRoleAccess: accessOf({}, { outcome: 'unknown' }) } }],
  'no-task-role': [
    { when: 'there is none', facts: { taskRoleAccess: null } },
    { when: 'it does not exist any more', facts: { taskRoleAccess: { ...accessOf(), exists: false } } },
  ],
});
