import { PATH_CHECKS } from '../after-path.ts';
import { defineCheck } from '../define-check.ts';
import { listedDifferences } from '../listed-differences.ts';

export const onlySomeSubnetsShut = defineCheck({
  id: 'only-some-subnets-shut',
  stage: 'layers',
  step: 'path',
  question: 'Does the pull get through from another subnet of the same workload?',
  after: PATH_CHECKS,
  needs: ['openSubnet'],
  answers: {
    other: {
      verdict: 'fail',
      says: 'From `{{there}}`, where the same workload may start too, the pull gets through. Not the same: {{differences}}.',
    },
    'seems-alike': {
      verdict: 'fail',
      says: 'From `{{there}}`, where the same workload may start too, the pull gets through, and from `{{here}}` it does not.',
    },
    none: { verdict: 'not-applicable', says: 'No other subnet of the workload is known to be open.' },
  },
  evaluate({ openSubnet }) {
    if (openSubnet === null) return { answer: 'none' };
    const { here, there, differences } = openSubnet;
    if (differences.length === 0) return { answer: 'seems-alike', data: { here, there } };
    return { answer: 'other', data: { here, there, differences: listedDifferences(differences) } };
  },
});
