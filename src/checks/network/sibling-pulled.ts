import { PATH_CHECKS } from '../after-path.ts';
import { defineCheck } from '../define-check.ts';
import { listedDifferences } from '../listed-differences.ts';

export const siblingPulled = defineCheck({
  id: 'sibling-pulled',
  stage: 'layers',
  step: 'path',
  question: 'Did another task of the same workload pull lately from where something is not the same?',
  after: PATH_CHECKS,
  needs: ['siblingPull'],
  answers: {
    elsewhere: {
      verdict: 'fail',
      says: 'Task `{{task}}` of the same workload pulled at {{pulledAt}} from `{{there}}`, and not from `{{here}}`. Not the same: {{differences}}.',
    },
    otherwise: {
      verdict: 'fail',
      says: 'Task `{{task}}` of the same workload pulled at {{pulledAt}} from the same subnet `{{there}}`. Not the same: {{differences}}.',
    },
    'other-subnet': {
      verdict: 'fail',
      says: 'Task `{{task}}` of the same workload pulled at {{pulledAt}} from `{{there}}`, and not from `{{here}}`. What else is not the same there could not be seen.',
    },
    none: {
      verdict: 'not-applicable',
      says: 'No other task of the same workload is known to have pulled lately from where anything is different.',
    },
  },
  evaluate({ siblingPull }) {
    if (siblingPull === null) return { answer: 'none' };
    const { task, pulledAt, here, there, differences } = siblingPull;
    const data = { task, pulledAt, here, there };
    if (differences.length === 0) return { answer: 'other-subnet', data };
    const answer = here === there ? 'otherwise' : 'elsewhere';
    return { answer, data: { ...data, differences: listedDifferences(differences) } };
  },
});
