import { defineCheck } from '../define-check.ts';

export const missingRepository = defineCheck({
  id: 'missing-repository',
  stage: 'manifest',
  step: 'object',
  question: 'Does the repository exist in the registry that the image names?',
  needs: ['repository', 'pullThroughRule'],
  answers: {
    exists: { verdict: 'pass', says: 'Repository `{{repository}}` exists in {{account}} {{region}}.' },
    missing: { verdict: 'fail', says: 'There is no repository `{{repository}}` in {{account}} {{region}}.' },
    cached: {
      verdict: 'unknown',
      says: 'ECR makes `{{repository}}` at the first pull through rule `{{rule}}`, so that it is missing proves nothing.',
    },
  },
  evaluate({ repository, pullThroughRule }, { image }) {
    const data = { repository: image.repository, account: image.registry.account, region: image.registry.region };
    if (repository !== null) return { answer: 'exists', data };
    if (pullThroughRule !== null) return { answer: 'cached', data: { ...data, rule: pullThroughRule.prefix } };
    return { answer: 'missing', data };
  },
});
