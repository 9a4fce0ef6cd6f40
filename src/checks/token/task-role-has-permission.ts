import { defineCheck } from '../define-check.ts';

export const taskRoleHasPermission = defineCheck({
  id: 'task-role-has-permission',
  stage: 'token',
  step: 'permission',
  question: 'Does the task role have the permission that the role which pulls lacks?',
  needs: ['taskRoleAccess'],
  after: ['denied-token', 'denied-pull'],
  answers: {
    'mixed-up': {
      verdict: 'fail',
      says: 'The task role `{{role}}` may pull, but it never does: it is for what runs in the containers. That is the mix-up: the role that pulls needs these permissions.',
    },
    'not-it': {
      verdict: 'pass',
      says: 'The task role `{{role}}` may not pull either, so nobody took one role for the other.',
    },
    unsure: { verdict: 'unknown', says: 'Whether the task role `{{role}}` may pull depends on what cannot be read.' },
    'no-task-role': { verdict: 'not-applicable', says: 'There is no task role beside the role that pulls.' },
  },
  evaluate({ taskRoleAccess: access }) {
    if (access?.principal == null || !access.exists) return { answer: 'no-task-role' };
    const outcomes = new Set(access.actions.map(({ outcome }) => outcome));
    const data = { role: access.principal };
    if (outcomes.has('denied')) return { answer: 'not-it', data };
    return { answer: outcomes.has('unknown') ? 'unsure' : 'mixed-up', data };
  },
});
