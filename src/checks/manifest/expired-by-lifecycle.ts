import { defineCheck } from '../define-check.ts';

export const expiredByLifecycle = defineCheck({
  id: 'expired-by-lifecycle',
  stage: 'manifest',
  step: 'object',
  question: 'Does the lifecycle policy of the repository remove images with this tag?',
  needs: ['image', 'lifecyclePolicy', 'lifecycleRemoval'],
  after: ['missing-image'],
  answers: {
    removes: {
      verdict: 'fail',
      says: 'Lifecycle rule {{rule}} expires {{selects}} when {{condition}}: if the image was ever there, this rule may have removed it.',
    },
    keeps: { verdict: 'pass', says: 'No rule of the lifecycle policy expires an image with this tag.' },
    'no-policy': { verdict: 'pass', says: 'The repository has no lifecycle policy.' },
    unreadable: { verdict: 'unknown', says: 'The lifecycle policy is not written in a way that I understand.' },
    digest: { verdict: 'not-applicable', says: 'The image is named by its digest: which tags it had is not known.' },
    'still-there': { verdict: 'not-applicable', says: 'The image was not removed.' },
  },
  evaluate({ image: found, lifecyclePolicy, lifecycleRemoval }, { image }) {
    if (found !== null) return { answer: 'still-there' };
    if (lifecyclePolicy === null) return { answer: 'no-policy' };
    if (image.digest !== undefined) return { answer: 'digest' };
    if (lifecycleRemoval === null) return { answer: 'keeps' };
    if (lifecycleRemoval === 'unreadable') return { answer: 'unreadable' };
    const { rulePriority, selects, condition } = lifecycleRemoval;
    return { answer: 'removes', data: { rule: String(rulePriority), selects, condition } };
  },
});
