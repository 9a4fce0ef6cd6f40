import { allWhoMayAsk } from '../../domain/access.ts';
import { defineCheck } from '../define-check.ts';

export const missingRole = defineCheck({
  id: 'missing-role',
  stage: 'token',
  step: 'permission',
  question: 'Is there a role to pull with?',
  needs: ['tokenAccess'],
  answers: {
    exists: { verdict: 'pass', says: 'Role `{{principal}}` exists.' },
    'none-named': {
      verdict: 'fail',
      says: 'No role is named to pull with, so nobody may ask ECR for anything: a task of ECS needs an execution role in its task definition.',
    },
    gone: { verdict: 'fail', says: 'Role `{{principal}}`, which is to pull, does not exist.' },
    'one-gone': {
      verdict: 'unknown',
      says: 'Role `{{principal}}` does not exist, and whether that or another role pulls AWS does not say.',
    },
    'not-needed': { verdict: 'not-applicable', says: 'An AWS service pulls in its own name, with nobody’s role.' },
  },
  evaluate({ tokenAccess }) {
    if (tokenAccess === null) return { answer: 'not-needed' };
    if (tokenAccess.principal === null) return { answer: 'none-named' };
    const all = allWhoMayAsk(tokenAccess);
    const gone = all.filter(({ exists }) => !exists);
    const told = gone.length > 0 ? gone : all;
    const data = { principal: told.map(({ principal }) => principal).join('` and `') };
    if (gone.length === 0) return { answer: 'exists', data };
    return { answer: gone.length === all.length ? 'gone' : 'one-gone', data };
  },
});
