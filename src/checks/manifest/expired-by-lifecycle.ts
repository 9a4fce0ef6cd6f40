import { defineCheck } from '../define-check.ts';

export const expiredByLifecycle = defineCheck({
  id: 'expired-by-lifecycle',
  stage: 'manifest',
  step: 'object',
  question: 'Would the lifecycle policy of the repository have removed an image with this tag?',
  needs: ['lifecyclePolicy', 'lifecycleRemoval'],
  after: ['missing-image'],
  answers: {
    removes: {
      verdict: 'fail',
      says: 'Lifecycle rule {{rule}} expires {{selects}} when {{condition}}: an image with this tag would have been removed by it.',
    },
    keeps: { verdict: 'pass', says: 'No rule of the lifecycle policy expires an image with this tag.' },
    'no-policy': { verdict: 'pass', says: 'The repository has no lifecycle policy.' },
  },
  evaluate({ lifecyclePolicy, lifecycleRemoval }) {
    if (lifecyclePolicy === null) return { answer: 'no-policy' };
    if (lifecycleRemoval === null) return { answer: 'keeps' };
    const { rulePriority, selects, condition } = lifecycleRemoval;
    return { answer: 'removes', data: { rule: String(rulePriority), selects, condition } };
  },
});
