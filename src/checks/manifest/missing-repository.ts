import { defineCheck } from '../define-check.ts';

export const missingRepository = defineCheck({
  id: 'missing-repository',
  stage: 'manifest',
  step: 'object',
  question: 'Does the repository exist in the registry that the image names?',
  needs: ['repository'],
  answers: {
    exists: { verdict: 'pass', says: 'Repository `{{repository}}` exists in {{account}} {{region}}.' },
    missing: { verdict: 'fail', says: 'There is no repository `{{repository}}` in {{account}} {{region}}.' },
  },
  evaluate({ repository }, { image }) {
    const data = { repository: image.repository, account: image.registry.account, region: image.registry.region };
    return { answer: repository === null ? 'missing' : 'exists', data };
  },
});
